using System.Text;
using System.Text.Json;
using Headroom.Cloud.Kernel;
using Headroom.Cloud.Services.StepFunctions.Executions;
using Headroom.Cloud.Services.StepFunctions.MapRuns;
using Headroom.States.Execution;
using Headroom.States.Json;
using Headroom.Wire.Shapes.StepFunctions;

namespace Headroom.Cloud.Services.StepFunctions;

/// <summary>Executions.</summary>
internal static partial class StepFunctionsOperations
{
    private const string NoInput = "{}";
    private const int MaxInputBytes = 262_144;

    private static Refusal WrongType => new("StateMachineTypeNotSupported", "This operation is not supported by this type of state machine");

    /// <summary>
    /// No execution of this name → started. One that is running with the same input → answered as then. One that has ended, or has another
    /// input → ExecutionAlreadyExists. Express executions are never the same.
    /// </summary>
    public static Outcome<StartExecutionResponse> StartExecution(Step step, StartExecutionRequest request)
    {
        if (Admit(step, request.StateMachineArn, request.Name, request.Input, out var refusal) is not { } qualified)
        {
            return refusal;
        }

        var name = request.Name ?? step.Ids.NextUuid();
        var input = request.Input ?? NoInput;
        var express = qualified.Machine.Type == StateMachineTypes.Express;
        var arn = express ? Arns.ExpressExecution(step, qualified.Machine.Name, name) : Arns.Execution(step, qualified.Machine.Name, name);
        if (step.Table(StepFunctionsState.Executions).Find(arn) is { } existing)
        {
            return existing.Status == Execution.Running && existing.Input == input
                ? new StartExecutionResponse { ExecutionArn = arn, StartDate = existing.StartedAt }
                : new Refusal("ExecutionAlreadyExists", $"Execution Already Exists: '{arn}'");
        }

        var execution = New(step, qualified, arn, name, input, request.TraceHeader);
        ExecutionRunner.Start(step, execution);
        return new StartExecutionResponse { ExecutionArn = arn, StartDate = execution.StartedAt };
    }

    /// <summary>Runs an express execution and answers with its end.</summary>
    public static Outcome<StartSyncExecutionResponse> StartSyncExecution(Step step, StartSyncExecutionRequest request)
    {
        if (Admit(step, request.StateMachineArn, request.Name, request.Input, out var refusal) is not { } qualified)
        {
            return refusal;
        }

        if (qualified.Machine.Type != StateMachineTypes.Express)
        {
            return WrongType;
        }

        var name = request.Name ?? step.Ids.NextUuid();
        var arn = Arns.ExpressExecution(step, qualified.Machine.Name, name);
        ExecutionRunner.Start(step, New(step, qualified, arn, name, request.Input ?? NoInput, request.TraceHeader));
        var started = step.Table(StepFunctionsState.Executions).Get(arn);
        if (started.Status != Execution.Running)
        {
            return ExecutionDescriptions.OfSync(started);
        }

        var promise = step.Defer();
        step.Table(StepFunctionsState.Executions).Put(arn, started with { SyncTicket = promise.Ticket });
        return promise;
    }

    public static Outcome<StopExecutionResponse> StopExecution(Step step, StopExecutionRequest request)
    {
        if (Lookup.Execution(step, request.ExecutionArn, out var refusal) is not { } execution)
        {
            return refusal;
        }

        if (execution.Type == StateMachineTypes.Express)
        {
            return new Refusal("ValidationException", "This operation is not supported by EXPRESS executions");
        }

        ExecutionRunner.Apply(step, execution.Arn, new ExecutionEvent.Stopped(request.Error, request.Cause));
        return new StopExecutionResponse { StopDate = step.Table(StepFunctionsState.Executions).Get(execution.Arn).StoppedAt ?? step.Now };
    }

    public static Outcome<DescribeExecutionResponse> DescribeExecution(Step step, DescribeExecutionRequest request) =>
        Lookup.Execution(step, request.ExecutionArn, out var refusal) is { } execution
            ? ExecutionDescriptions.Of(execution, step.Now)
            : refusal;

    /// <summary>The executions of a machine, version, alias or map run, the one started last first.</summary>
    public static Outcome<ListExecutionsResponse> ListExecutions(Step step, ListExecutionsRequest request)
    {
        IReadOnlyList<Execution> all;
        if (request.MapRunArn is { } mapRunArn)
        {
            if (MapRunKeys.FindByArn(step, mapRunArn) is not { } mapRun)
            {
                return new Refusal("ResourceNotFound", $"Resource not found: '{mapRunArn}'");
            }

            all = MapRunKeys.Children(step, mapRun);
        }
        else if (request.StateMachineArn is not { } arn)
        {
            return new Refusal("ValidationException", "Must provide a StateMachine ARN or MapRun ARN");
        }
        else if (StateMachines.FindQualified(step, arn, out var refusal) is not { } qualified)
        {
            return refusal;
        }
        else if (qualified.Machine.Type == StateMachineTypes.Express)
        {
            return WrongType;
        }
        else
        {
            all = [.. StateMachines.Executions(step, qualified.Machine.Arn)
                .Where(execution => !Arns.IsQualified(arn) || execution.VersionArn == arn || execution.AliasArn == arn)];
        }

        var listed = all
            .Where(execution => request.StatusFilter is null || execution.Status == request.StatusFilter)
            .Where(execution => request.RedriveFilter is null || request.RedriveFilter == "REDRIVEN" == execution.RedriveCount > 0)
            .OrderByDescending(execution => execution.StartedAt);
        var page = Page.Of(listed, execution => execution.Arn, request.NextToken, Pages.Size(request.MaxResults));
        return new ListExecutionsResponse { Executions = [.. page.Items.Select(ExecutionDescriptions.Item)], NextToken = page.NextToken };
    }

    public static Outcome<RedriveExecutionResponse> RedriveExecution(Step step, RedriveExecutionRequest request)
    {
        if (Lookup.Execution(step, request.ExecutionArn, out var refusal) is not { } execution)
        {
            return refusal;
        }

        if (ExecutionDescriptions.NotRedrivableBecause(execution, step.Now) is { } reason)
        {
            return new Refusal("ExecutionNotRedrivable", reason);
        }

        var redriven = execution with
        {
            Status = Execution.Running, StoppedAt = null, Error = null, Cause = null, RedriveCount = execution.RedriveCount + 1, RedrivenAt = Milliseconds.Of(step.Now),
        };
        var before = ExecutionRunner.Find(step, execution);
        step.Table(StepFunctionsState.Executions).Put(execution.Arn, redriven);
        step.Table(StepFunctionsState.Running).Put(execution.Arn, before);
        ExecutionRunner.Apply(step, execution.Arn, new ExecutionEvent.Redriven());
        ExecutionEnds.Announce(step, redriven);
        StepFunctionsMetrics.Redriven(step, redriven);
        return new RedriveExecutionResponse { RedriveDate = redriven.RedrivenAt.Value };
    }

    private static QualifiedMachine? Admit(Step step, string stateMachineArn, string? name, string? input, out Refusal refusal)
    {
        var qualified = StateMachines.FindQualified(step, stateMachineArn, out refusal);
        if (qualified is not null && ((name is null ? null : Names.Refuse(name)) ?? RefuseInput(input ?? NoInput)) is { } refused)
        {
            refusal = refused;
            return null;
        }

        return qualified;
    }

    private static Refusal? RefuseInput(string input)
    {
        if (Encoding.UTF8.GetByteCount(input) > MaxInputBytes)
        {
            return new("InvalidExecutionInput", $"Invalid State Machine Execution Input: 'Input is too large. It must be {MaxInputBytes} bytes or less.'");
        }

        try
        {
            JsonValue.Parse(input);
            return null;
        }
        catch (JsonException fault)
        {
            return new("InvalidExecutionInput", $"Invalid State Machine Execution Input: '{fault.Message}'");
        }
    }

    private static Execution New(Step step, QualifiedMachine qualified, string arn, string name, string input, string? traceHeader) => new()
    {
        Arn = arn,
        Name = name,
        StateMachineArn = qualified.Machine.Arn,
        StateMachineName = qualified.Machine.Name,
        VersionArn = qualified.Version?.Arn,
        AliasArn = qualified.Alias?.Arn,
        Type = qualified.Machine.Type,
        Revision = qualified.Revision,
        Input = input,
        StartedAt = Milliseconds.Of(step.Now),
        Seed = step.Ids.NextBits(),
        TraceHeader = traceHeader,
    };
}
