using Headroom.Cloud.Identity;
using Headroom.Cloud.Kernel;
using Headroom.Cloud.Services.CloudFormation.Deployment;
using Headroom.Cloud.Services.CloudFormation.Templates;
using Headroom.Wire.Shapes.CloudFormation;

namespace Headroom.Cloud.Services.CloudFormation;

/// <summary>Creating, updating and deleting stacks.</summary>
internal static partial class CloudFormationOperations
{
    internal static Outcome<CreateStackResponse> CreateStack(Step step, CreateStackRequest request)
    {
        if (Fault(request) is { } fault)
        {
            return fault;
        }

        if (Stacks.Find(step, request.StackName) is not null)
        {
            return new Refusal("AlreadyExistsException", $"Stack [{request.StackName}] already exists");
        }

        if (Unsupported(request.RollbackConfiguration, request.StackPolicyBody ?? request.StackPolicyURL, request.ResourceTypes) is { } unsupported)
        {
            return unsupported;
        }

        if (DenyRole(step, request.RoleARN) is { } denied)
        {
            return denied;
        }

        var stackId = Stacks.NewArn(step, request.StackName);
        var version = new VersionRequest(request.TemplateBody, request.TemplateURL, UsePreviousTemplate: false)
        {
            Parameters = request.Parameters ?? [],
            Tags = request.Tags ?? [],
            Capabilities = request.Capabilities ?? [],
            NotificationArns = request.NotificationARNs ?? [],
        };
        return StackVersions.Prepare(step, stackId, request.StackName, version, previous: null).Select(prepared =>
        {
            step.Table(CloudFormationState.Stacks).Put(stackId, new(stackId, request.StackName, step.Now)
            {
                Status = StackStatuses.CreateInProgress,
                Version = prepared,
                RoleArn = request.RoleARN,
                DisableRollback = request.DisableRollback == true,
                TerminationProtection = request.EnableTerminationProtection == true,
                TimeoutInMinutes = request.TimeoutInMinutes,
            });
            var onFailure = request.OnFailure ?? (request.DisableRollback == true ? "DO_NOTHING" : "ROLLBACK");
            StackStarts.Create(new(step, stackId), onFailure, request.ClientRequestToken);
            return new CreateStackResponse { StackId = stackId };
        });
    }

    internal static Outcome<UpdateStackResponse> UpdateStack(Step step, UpdateStackRequest request)
    {
        if (Stacks.Find(step, request.StackName) is not { IsDeleted: false } stack)
        {
            return Missing(request.StackName);
        }

        if (CannotUpdate(stack) is { } busy)
        {
            return busy;
        }

        if (Unsupported(request.RollbackConfiguration, request.StackPolicyBody ?? request.StackPolicyURL, request.ResourceTypes) is { } unsupported)
        {
            return unsupported;
        }

        if (DenyRole(step, request.RoleARN) is { } denied)
        {
            return denied;
        }

        var version = new VersionRequest(request.TemplateBody, request.TemplateURL, request.UsePreviousTemplate == true)
        {
            Parameters = request.Parameters ?? [],
            Tags = request.Tags ?? stack.Version.Tags,
            Capabilities = request.Capabilities ?? [],
            NotificationArns = request.NotificationARNs ?? stack.Version.NotificationArns,
        };
        return StackVersions.Prepare(step, stack.StackId, stack.StackName, version, stack.Version) switch
        {
            Outcome<StackVersion>.Answered { Response: var prepared } when StackVersions.AreSame(step, prepared, stack.Version) =>
                new Refusal("ValidationError", "No updates are to be performed."),
            Outcome<StackVersion>.Answered { Response: var prepared } => Update(step, stack, prepared, request),
            Outcome<StackVersion>.Refused refused => refused.Refusal,
            var other => throw new InvalidOperationException($"Preparing a version cannot end so: {other}"),
        };
    }

    internal static Outcome<CancelUpdateStackResponse> CancelUpdateStack(Step step, CancelUpdateStackRequest request)
    {
        if (Stacks.Find(step, request.StackName) is not { IsDeleted: false } stack)
        {
            return Missing(request.StackName);
        }

        if (stack.Status != StackStatuses.UpdateInProgress)
        {
            return new Refusal("ValidationError", $"CancelUpdateStack cannot be called from current stack status {stack.Status}");
        }

        var context = new StackContext(step, stack.StackId);
        context.ChangeOperation(operation => operation with { OnFailure = "ROLLBACK" });
        StackEngine.Fail(context, "User Initiated");
        StackEngine.Advance(context);
        return new CancelUpdateStackResponse();
    }

    internal static Outcome<DeleteStackResponse> DeleteStack(Step step, DeleteStackRequest request)
    {
        switch (Stacks.Find(step, request.StackName))
        {
            // A stack that is not there (any more) is deleted.
            case null or { IsDeleted: true }:
                return new DeleteStackResponse();
            case { TerminationProtection: true } stack:
                return new Refusal("ValidationError", $"Stack [{stack.StackName}] cannot be deleted while TerminationProtection is enabled");
            case { Status: StackStatuses.DeleteInProgress }:
                return new DeleteStackResponse();
            case var stack when request.RetainResources is { Count: > 0 } && stack.Status != "DELETE_FAILED":
                return new Refusal(
                    "ValidationError",
                    $"Invalid operation on stack [{stack.StackId}]. "
                    + "When you delete a stack, specify which resources to retain only when the stack is in the DELETE_FAILED state.");
            case var stack when DenyRole(step, request.RoleARN) is { } denied:
                return denied;
            case var stack:
                StackStarts.Delete(new(step, stack.StackId), request);
                return new DeleteStackResponse();
        }
    }

    internal static Outcome<UpdateTerminationProtectionResponse> UpdateTerminationProtection(Step step, UpdateTerminationProtectionRequest request)
    {
        if (Stacks.Find(step, request.StackName) is not { IsDeleted: false } stack)
        {
            return Missing(request.StackName);
        }

        step.Table(CloudFormationState.Stacks).Put(stack.StackId, stack with { TerminationProtection = request.EnableTerminationProtection });
        return new UpdateTerminationProtectionResponse { StackId = stack.StackId };
    }

    private static UpdateStackResponse Update(Step step, StackRecord stack, StackVersion version, UpdateStackRequest request)
    {
        StackStarts.Update(
            new(step, stack.StackId), version, request.RoleARN, request.DisableRollback == true ? "DO_NOTHING" : "ROLLBACK", request.ClientRequestToken);
        return new() { StackId = stack.StackId };
    }

    private static Refusal Missing(string stackName) => new("ValidationError", $"Stack [{stackName}] does not exist");

    private static Refusal? CannotUpdate(StackRecord stack) => StackStatuses.CanUpdate(stack.Status)
        ? null
        : new Refusal("ValidationError", $"Stack:{stack.StackId} is in {stack.Status} state and can not be updated.");

    private static Refusal? Fault(CreateStackRequest request) => request switch
    {
        { StackName: (not [(>= 'a' and <= 'z') or (>= 'A' and <= 'Z'), ..]) or { Length: > 128 } } => BadName(request.StackName),
        _ when !request.StackName.All(letter => char.IsAsciiLetterOrDigit(letter) || letter == '-') => BadName(request.StackName),
        { DisableRollback: true, OnFailure: not null } => new("ValidationError", "Either DisableRollback or OnFailure can be specified, not both."),
        _ => null,
    };

    private static Refusal BadName(string name) => new(
        "ValidationError",
        $"1 validation error detected: Value '{name}' at 'stackName' failed to satisfy constraint: "
        + (name.Length > 128 ? "Member must have length less than or equal to 128" : "Member must satisfy regular expression pattern: [a-zA-Z][-a-zA-Z0-9]*"));

    private static Refusal? DenyRole(Step step, string? roleArn) =>
        roleArn is null ? null : RoleSessions.DenyPass(step, roleArn, "cloudformation.amazonaws.com", "AccessDenied");

    private static Refusal? Unsupported(RollbackConfiguration? rollback, string? policy, IReadOnlyList<string>? types) => (rollback, policy, types) switch
    {
        ({ RollbackTriggers.Count: > 0 } or { MonitoringTimeInMinutes: > 0 }, _, _) => new("ValidationError", "The embedded cloud has no rollback triggers."),
        (_, not null, _) => new("ValidationError", "The embedded cloud has no stack policies."),
        (_, _, { Count: > 0 }) => new("ValidationError", "The embedded cloud does not limit resource types: ResourceTypes must be absent."),
        _ => null,
    };
}
