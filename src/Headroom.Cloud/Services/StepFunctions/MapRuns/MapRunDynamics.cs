using Headroom.Cloud.Kernel;
using Headroom.Cloud.Services.StepFunctions.Executions;
using Headroom.States.Definition;
using Headroom.States.Execution;

namespace Headroom.Cloud.Services.StepFunctions.MapRuns;

/// <summary>Distributed Maps: each child is an execution of its own, which starts in a step of its own.</summary>
internal static class MapRunDynamics
{
    private const int ChildStartMilliseconds = 5;

    public static void Start(Step step, Execution execution, Command.StartMapRun mapRun) =>
        step.Table(StepFunctionsState.MapRuns).Put(MapRunKeys.Of(execution.Arn, mapRun.MapRunId), new()
        {
            Arn = mapRun.MapRunArn,
            ExecutionArn = execution.Arn,
            Id = mapRun.MapRunId,
            StateName = mapRun.StateName,
            StartedAt = Milliseconds.Of(step.Now),
            MaxConcurrency = mapRun.MaxConcurrency,
            ToleratedFailureCount = mapRun.ToleratedFailureCount,
            ToleratedFailurePercentage = mapRun.ToleratedFailurePercentage,
        });

    public static void Count(Step step, Execution execution, Command.CountItems counted)
    {
        var key = MapRunKeys.Of(execution.Arn, counted.MapRunId);
        var mapRun = step.Table(StepFunctionsState.MapRuns).Get(key);
        step.Table(StepFunctionsState.MapRuns).Put(key, mapRun with { Children = counted.Children, Items = counted.Items });
    }

    public static void End(Step step, Execution execution, Command.EndMapRun end)
    {
        var key = MapRunKeys.Of(execution.Arn, end.MapRunId);
        var mapRun = step.Table(StepFunctionsState.MapRuns).Get(key);
        step.Table(StepFunctionsState.MapRuns).Put(key, mapRun with { Status = end.Status.Wire(), StoppedAt = Milliseconds.Of(step.Now) });
    }

    public static void StartChild(Step step, Execution parent, Command.StartChild child)
    {
        var mapRun = step.Table(StepFunctionsState.MapRuns).Get(MapRunKeys.Of(parent.Arn, child.MapRunId));
        var start = child.Start;
        step.Table(StepFunctionsState.MapRunChildren).Put(MapRunKeys.Child(parent.Arn, child.MapRunId, child.Index), new(start.ExecutionArn));
        step.Table(StepFunctionsState.Executions).Put(start.ExecutionArn, new()
        {
            Arn = start.ExecutionArn,
            Name = start.ExecutionName,
            StateMachineArn = parent.StateMachineArn,
            StateMachineName = parent.StateMachineName,
            Type = child.Type == StateMachineType.Express ? StateMachineTypes.Express : StateMachineTypes.Standard,
            Revision = parent.Revision,
            Input = start.Input.ToString(),
            StartedAt = Milliseconds.Of(step.Now),
            Seed = start.Seed,
            Child = new(parent.Arn, mapRun.Arn, mapRun.Id, mapRun.StateName, child.Index, child.ItemCount, start.Map?.ToString()),
        });
        step.WakeAt(StepFunctionsService.Name, WakeKey.Child(start.ExecutionArn), step.Now.AddMilliseconds(ChildStartMilliseconds));
    }

    /// <summary>A child's time to start has come.</summary>
    public static void ChildDue(Step step, string childArn)
    {
        if (step.Table(StepFunctionsState.Executions).Find(childArn) is { Status: Execution.Running } child)
        {
            ExecutionRunner.Start(step, child with { StartedAt = Milliseconds.Of(step.Now) });
        }
    }

    public static void StopChild(Step step, Execution parent, Command.StopChild stop)
    {
        var child = step.Table(StepFunctionsState.MapRunChildren).Get(MapRunKeys.Child(parent.Arn, stop.MapRunId, stop.Index)).ExecutionArn;
        if (step.WakeOf(StepFunctionsService.Name, WakeKey.Child(child)) is not null)
        {
            // It has not begun: it begins only to be stopped, so that it has a history.
            step.CancelWake(StepFunctionsService.Name, WakeKey.Child(child));
            ChildDue(step, child);
        }

        ExecutionRunner.Apply(step, child, new ExecutionEvent.Stopped(null, null));
    }

    public static void ChildEnded(Step step, MapChild child, Command.EndExecution end) =>
        ExecutionRunner.Apply(step, child.ParentArn, new ExecutionEvent.ChildEnded(child.MapRunId, child.Index, end.Status, end.Output, end.Error, end.Cause));
}
