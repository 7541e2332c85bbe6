using Headroom.Wire.Shapes.StepFunctions;

namespace Headroom.Cloud.Services.StepFunctions.Executions;

/// <summary>Executions as the API shows them.</summary>
internal static class ExecutionDescriptions
{
    private const int BilledDurationStep = 100;
    private const long BilledMemory = 64;
    private static readonly TimeSpan RedrivablePeriod = TimeSpan.FromDays(14);
    private static readonly CloudWatchEventsExecutionDataDetails Included = new() { Included = true };

    public static DescribeExecutionResponse Of(Execution execution, DateTimeOffset now)
    {
        var reason = NotRedrivableBecause(execution, now);
        return new()
        {
            ExecutionArn = execution.Arn,
            StateMachineArn = execution.StateMachineArn,
            Name = execution.Name,
            Status = execution.Status,
            StartDate = execution.StartedAt,
            StopDate = execution.StoppedAt,
            Input = execution.Input,
            InputDetails = Included,
            Output = execution.Output,
            OutputDetails = execution.Output is null ? null : Included,
            TraceHeader = execution.TraceHeader,
            MapRunArn = execution.Child?.MapRunArn,
            Error = execution.Error,
            Cause = execution.Cause,
            StateMachineVersionArn = execution.VersionArn,
            StateMachineAliasArn = execution.AliasArn,
            RedriveCount = execution.RedriveCount,
            RedriveDate = execution.RedrivenAt,
            RedriveStatus = execution.Child is not null ? "REDRIVABLE_BY_MAP_RUN" : reason is null ? "REDRIVABLE" : "NOT_REDRIVABLE",
            RedriveStatusReason = execution.Child is not null ? null : reason,
        };
    }

    public static ExecutionListItem Item(Execution execution) => new()
    {
        ExecutionArn = execution.Arn,
        StateMachineArn = execution.StateMachineArn,
        Name = execution.Name,
        Status = execution.Status,
        StartDate = execution.StartedAt,
        StopDate = execution.StoppedAt,
        MapRunArn = execution.Child?.MapRunArn,
        ItemCount = execution.Child?.ItemCount,
        StateMachineVersionArn = execution.VersionArn,
        StateMachineAliasArn = execution.AliasArn,
        RedriveCount = execution.RedriveCount,
        RedriveDate = execution.RedrivenAt,
    };

    /// <summary>What StartSyncExecution answers.</summary>
    public static StartSyncExecutionResponse OfSync(Execution execution) => new()
    {
        ExecutionArn = execution.Arn,
        StateMachineArn = execution.StateMachineArn,
        Name = execution.Name,
        StartDate = execution.StartedAt,
        StopDate = execution.StoppedAt ?? execution.StartedAt,
        Status = execution.Status,
        Error = execution.Error,
        Cause = execution.Cause,
        Input = execution.Input,
        InputDetails = Included,
        Output = execution.Output,
        OutputDetails = Included,
        TraceHeader = execution.TraceHeader,
        BillingDetails = new() { BilledMemoryUsedInMB = BilledMemory, BilledDurationInMilliseconds = BilledDuration(execution) },
    };

    /// <summary>Why an execution cannot be redriven; null where it can.</summary>
    public static string? NotRedrivableBecause(Execution execution, DateTimeOffset now) => execution switch
    {
        { Type: StateMachineTypes.Express } => "Execution type is EXPRESS and cannot be redriven",
        { Status: "RUNNING" or "SUCCEEDED" } => $"Execution is {execution.Status} and cannot be redriven",
        { StoppedAt: { } stopped } when now - stopped > RedrivablePeriod => "Execution has exceeded the redrivable period",
        _ => null,
    };

    // Express executions are billed in steps of 100 ms.
    private static long BilledDuration(Execution execution) =>
        (long)Math.Ceiling(((execution.StoppedAt ?? execution.StartedAt) - execution.StartedAt).TotalMilliseconds / BilledDurationStep) * BilledDurationStep;
}
