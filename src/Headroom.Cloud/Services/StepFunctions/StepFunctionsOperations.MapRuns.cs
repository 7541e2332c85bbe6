using Headroom.Cloud.Kernel;
using Headroom.Cloud.Services.StepFunctions.Executions;
using Headroom.Cloud.Services.StepFunctions.MapRuns;
using Headroom.States.Execution;
using Headroom.Wire.Shapes.StepFunctions;

namespace Headroom.Cloud.Services.StepFunctions;

/// <summary>Map runs.</summary>
internal static partial class StepFunctionsOperations
{
    public static Outcome<DescribeMapRunResponse> DescribeMapRun(Step step, DescribeMapRunRequest request)
    {
        if (MapRunKeys.FindByArn(step, request.MapRunArn) is not { } mapRun)
        {
            return NoMapRun(request.MapRunArn);
        }

        var children = MapRunKeys.Children(step, mapRun);
        var started = children.Sum(child => (long)child.Child!.ItemCount);
        long Executions(string status) => children.Count(child => child.Status == status);
        long Items(string status) => children.Where(child => child.Status == status).Sum(child => (long)child.Child!.ItemCount);
        return new DescribeMapRunResponse
        {
            MapRunArn = mapRun.Arn,
            ExecutionArn = mapRun.ExecutionArn,
            Status = mapRun.Status,
            StartDate = mapRun.StartedAt,
            StopDate = mapRun.StoppedAt,
            MaxConcurrency = mapRun.MaxConcurrency,
            ToleratedFailurePercentage = mapRun.ToleratedFailurePercentage,
            ToleratedFailureCount = mapRun.ToleratedFailureCount,
            ItemCounts = new()
            {
                Pending = mapRun.Items - started,
                Running = Items(Execution.Running),
                Succeeded = Items("SUCCEEDED"),
                Failed = Items("FAILED"),
                TimedOut = Items("TIMED_OUT"),
                Aborted = Items("ABORTED"),
                Total = mapRun.Items,
                ResultsWritten = mapRun.ResultsWritten ? Items("SUCCEEDED") : 0,
            },
            ExecutionCounts = new()
            {
                Pending = mapRun.Children - children.Count,
                Running = Executions(Execution.Running),
                Succeeded = Executions("SUCCEEDED"),
                Failed = Executions("FAILED"),
                TimedOut = Executions("TIMED_OUT"),
                Aborted = Executions("ABORTED"),
                Total = mapRun.Children,
                ResultsWritten = mapRun.ResultsWritten ? Executions("SUCCEEDED") : 0,
            },
            RedriveCount = 0,
        };
    }

    /// <summary>
    /// Changes how many children run at a time and how many items may fail; what is not given stays. A map run that has ended is refused.
    /// </summary>
    public static Outcome<UpdateMapRunResponse> UpdateMapRun(Step step, UpdateMapRunRequest request)
    {
        if (MapRunKeys.FindByArn(step, request.MapRunArn) is not { } mapRun)
        {
            return NoMapRun(request.MapRunArn);
        }

        if (mapRun.Status != MapRunRecord.Running)
        {
            return new Refusal("ValidationException", $"Map Run is not in progress: '{mapRun.Arn}'");
        }

        step.Table(StepFunctionsState.MapRuns).Put(MapRunKeys.Of(mapRun.ExecutionArn, mapRun.Id), mapRun with
        {
            MaxConcurrency = request.MaxConcurrency ?? mapRun.MaxConcurrency,
            ToleratedFailureCount = request.ToleratedFailureCount ?? mapRun.ToleratedFailureCount,
            ToleratedFailurePercentage = request.ToleratedFailurePercentage ?? mapRun.ToleratedFailurePercentage,
        });
        ExecutionRunner.Apply(step, mapRun.ExecutionArn, new ExecutionEvent.MapRunUpdated(
            mapRun.Id, request.MaxConcurrency, request.ToleratedFailureCount, request.ToleratedFailurePercentage));
        return new UpdateMapRunResponse();
    }

    public static Outcome<ListMapRunsResponse> ListMapRuns(Step step, ListMapRunsRequest request)
    {
        if (Lookup.Execution(step, request.ExecutionArn, out var refusal) is not { } execution)
        {
            return refusal;
        }

        var page = Page.Of(
            step.Table(StepFunctionsState.MapRuns).WithPrefix(execution.Arn + '\n'), mapRun => mapRun.Arn, request.NextToken, Pages.Size(request.MaxResults));
        return new ListMapRunsResponse
        {
            MapRuns = [.. page.Items.Select(mapRun => new MapRunListItem
            {
                ExecutionArn = mapRun.ExecutionArn,
                MapRunArn = mapRun.Arn,
                StateMachineArn = execution.StateMachineArn,
                StartDate = mapRun.StartedAt,
                StopDate = mapRun.StoppedAt,
            })],
            NextToken = page.NextToken,
        };
    }

    private static Refusal NoMapRun(string arn) => new("ResourceNotFound", $"Resource not found: '{arn}'");
}
