using Headroom.Cloud.Identity;
using Headroom.Cloud.Kernel;
using Headroom.Cloud.Services.StepFunctions.Executions;
using Headroom.Cloud.Services.StepFunctions.Tasks;
using Headroom.States.Definition;
using Headroom.States.Execution;
using Headroom.States.Reading;
using Headroom.Wire.Shapes.StepFunctions;

namespace Headroom.Cloud.Services.StepFunctions;

/// <summary>State machines.</summary>
internal static partial class StepFunctionsOperations
{
    /// <summary>
    /// Nothing of this name → made. The same definition, type and settings under this name → answered as then, role and tags are not
    /// compared and stay as they were. Anything else → StateMachineAlreadyExists.
    /// </summary>
    public static Outcome<CreateStateMachineResponse> CreateStateMachine(Step step, CreateStateMachineRequest request)
    {
        var type = request.Type ?? StateMachineTypes.Standard;
        if ((Names.Refuse(request.Name) ?? RefuseRole(step, request.RoleArn, Arns.StateMachine(step, request.Name)) ?? RefuseDefinition(request.Definition, type)) is { } refusal)
        {
            return refusal;
        }

        if (request is { VersionDescription: not null, Publish: not true })
        {
            return new Refusal("ValidationException", "Version description can only be set when publish is true");
        }

        var arn = Arns.StateMachine(step, request.Name);
        if (step.Table(StepFunctionsState.StateMachines).Find(arn) is { } existing)
        {
            return existing.Type == type && StateMachines.Definition(step, existing.Revision) == request.Definition
                && existing.Revision.Logging == request.LoggingConfiguration && existing.Revision.Tracing == request.TracingConfiguration
                    ? new CreateStateMachineResponse { StateMachineArn = arn, CreationDate = existing.CreatedAt }
                    : new Refusal("StateMachineAlreadyExists", $"State Machine Already Exists: '{arn}'");
        }

        var machine = new StateMachine
        {
            Arn = arn,
            Name = request.Name,
            Type = type,
            CreatedAt = step.Now,
            Encryption = request.EncryptionConfiguration,
            Tags = TagKeys.Map(request.Tags, tag => tag.Key, tag => tag.Value),
            Revision = new()
            {
                DefinitionKey = StateMachines.KeepDefinition(step, arn, 0, request.Definition),
                RoleArn = request.RoleArn,
                At = step.Now,
                Logging = request.LoggingConfiguration,
                Tracing = request.TracingConfiguration,
            },
        };
        step.Table(StepFunctionsState.StateMachines).Put(arn, machine);
        return new CreateStateMachineResponse
        {
            StateMachineArn = arn,
            CreationDate = machine.CreatedAt,
            StateMachineVersionArn = request.Publish is true ? StateMachines.Publish(step, machine, request.VersionDescription).Arn : null,
        };
    }

    public static Outcome<UpdateStateMachineResponse> UpdateStateMachine(Step step, UpdateStateMachineRequest request)
    {
        if (StateMachines.Find(step, request.StateMachineArn, out var refusal) is not { } machine)
        {
            return refusal;
        }

        if (request is { Definition: null, RoleArn: null, LoggingConfiguration: null, TracingConfiguration: null, EncryptionConfiguration: null, Publish: not true })
        {
            return new Refusal("MissingRequiredParameter", "Either the definition, the role ARN, the LoggingConfiguration, the TracingConfiguration or the EncryptionConfiguration must be specified");
        }

        if (((request.RoleArn is { } role ? RefuseRole(step, role, machine.Arn) : null) ?? (request.Definition is { } text ? RefuseDefinition(text, machine.Type) : null)) is { } refused)
        {
            return refused;
        }

        var number = machine.RevisionNumber + 1;
        var changed = machine with
        {
            RevisionNumber = number,
            Encryption = request.EncryptionConfiguration ?? machine.Encryption,
            Revision = machine.Revision with
            {
                Id = step.Ids.NextUuid(),
                DefinitionKey = request.Definition is { } definition
                    ? StateMachines.KeepDefinition(step, machine.Arn, number, definition)
                    : machine.Revision.DefinitionKey,
                RoleArn = request.RoleArn ?? machine.Revision.RoleArn,
                At = step.Now,
                Logging = request.LoggingConfiguration ?? machine.Revision.Logging,
                Tracing = request.TracingConfiguration ?? machine.Revision.Tracing,
            },
        };
        step.Table(StepFunctionsState.StateMachines).Put(changed.Arn, changed);
        return new UpdateStateMachineResponse
        {
            UpdateDate = step.Now,
            RevisionId = changed.Revision.Id,
            StateMachineVersionArn = request.Publish is true ? StateMachines.Publish(step, changed, request.VersionDescription).Arn : null,
        };
    }

    public static Outcome<DescribeStateMachineResponse> DescribeStateMachine(Step step, DescribeStateMachineRequest request)
    {
        if (StateMachines.FindQualified(step, request.StateMachineArn, out var refusal) is not { } qualified)
        {
            return refusal;
        }

        var (machine, revision) = (qualified.Machine, qualified.Revision);
        return new DescribeStateMachineResponse
        {
            StateMachineArn = request.StateMachineArn,
            Name = machine.Name,
            Status = "ACTIVE",
            Definition = StateMachines.Definition(step, revision),
            RoleArn = revision.RoleArn,
            Type = machine.Type,
            CreationDate = qualified.Version?.CreatedAt ?? machine.CreatedAt,
            LoggingConfiguration = revision.Logging ?? new() { Level = "OFF", IncludeExecutionData = false },
            TracingConfiguration = revision.Tracing ?? new() { Enabled = false },
            RevisionId = revision.Id,
            Description = qualified.Version?.Description,
            EncryptionConfiguration = machine.Encryption ?? new() { Type = "AWS_OWNED_KEY" },
            VariableReferences = StateMachines.VariableReferences(step, machine.Type, revision),
        };
    }

    public static Outcome<DescribeStateMachineForExecutionResponse> DescribeStateMachineForExecution(Step step, DescribeStateMachineForExecutionRequest request)
    {
        if (Lookup.Execution(step, request.ExecutionArn, out var refusal) is not { } execution)
        {
            return refusal;
        }

        return new DescribeStateMachineForExecutionResponse
        {
            StateMachineArn = execution.StateMachineArn,
            Name = execution.StateMachineName,
            Definition = StateMachines.Definition(step, execution.Revision),
            RoleArn = execution.Revision.RoleArn,
            UpdateDate = execution.Revision.At,
            LoggingConfiguration = execution.Revision.Logging ?? new() { Level = "OFF", IncludeExecutionData = false },
            TracingConfiguration = execution.Revision.Tracing ?? new() { Enabled = false },
            MapRunArn = execution.Child?.MapRunArn,
            RevisionId = execution.Revision.Id,
            VariableReferences = StateMachines.VariableReferences(step, execution.Type, execution.Revision),
        };
    }

    public static Outcome<ListStateMachinesResponse> ListStateMachines(Step step, ListStateMachinesRequest request)
    {
        var page = Page.Of(step.Table(StepFunctionsState.StateMachines).All, machine => machine.Arn, request.NextToken, Pages.Size(request.MaxResults));
        return new ListStateMachinesResponse
        {
            StateMachines = [.. page.Items.Select(machine => new StateMachineListItem
            {
                StateMachineArn = machine.Arn, Name = machine.Name, Type = machine.Type, CreationDate = machine.CreatedAt,
            })],
            NextToken = page.NextToken,
        };
    }

    /// <summary>Running executions are ended (on AWS: at their next transition); what is known of all executions stays.</summary>
    public static Outcome<DeleteStateMachineResponse> DeleteStateMachine(Step step, DeleteStateMachineRequest request)
    {
        if (Arns.Refuse(request.StateMachineArn, "stateMachine") is { } refusal)
        {
            return refusal;
        }

        foreach (var execution in StateMachines.Executions(step, request.StateMachineArn).Where(execution => execution.Status == Execution.Running))
        {
            ExecutionRunner.Apply(step, execution.Arn, new ExecutionEvent.Stopped(null, null));
        }

        StateMachines.Remove(step, request.StateMachineArn);
        return new DeleteStateMachineResponse();
    }

    public static Outcome<ValidateStateMachineDefinitionResponse> ValidateStateMachineDefinition(Step step, ValidateStateMachineDefinitionRequest request)
    {
        const int DefaultMaxResults = 100;
        var reading = DefinitionReader.Read(request.Definition, StateMachineTypes.Parse(request.Type));
        var shown = reading.Diagnostics.Where(diagnostic => request.Severity == "WARNING" || diagnostic.Severity == States.Validation.Severity.Error).ToList();
        var most = request.MaxResults is null or 0 ? DefaultMaxResults : request.MaxResults.Value;
        return new ValidateStateMachineDefinitionResponse
        {
            Result = reading.Machine is null ? "FAIL" : "OK",
            Diagnostics = [.. shown.Take(most).Select(diagnostic => new ValidateStateMachineDefinitionDiagnostic
            {
                Severity = diagnostic.Severity.ToString().ToUpperInvariant(), Code = diagnostic.Code, Message = diagnostic.Message, Location = diagnostic.Location,
            })],
            Truncated = shown.Count > most,
        };
    }

    private static Refusal? RefuseRole(Step step, string roleArn, string stateMachineArn) =>
        roleArn.Split(':') is not ["arn", _, "iam", _, _, ['r', 'o', 'l', 'e', '/', _, ..]] ? new("InvalidArn", $"Invalid Role Arn: '{roleArn}'")
        : RoleSessions.DenyPass(step, roleArn, ExecutionRoles.Service) is { } denied ? denied
        : ExecutionRoles.Assume(step, roleArn, stateMachineArn) is null ? new("AccessDeniedException", ExecutionRoles.NotAssumable)
        : null;

    private static Refusal? RefuseDefinition(string definition, string type) =>
        DefinitionReader.Read(definition, StateMachineTypes.Parse(type)).Refusal is { } reason ? new("InvalidDefinition", reason) : null;
}
