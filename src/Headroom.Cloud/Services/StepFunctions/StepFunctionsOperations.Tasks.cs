using Headroom.Cloud.Kernel;
using Headroom.Cloud.Services.StepFunctions.Tasks;
using Headroom.States.Execution;
using Headroom.States.Json;
using Headroom.Wire.Shapes.StepFunctions;

namespace Headroom.Cloud.Services.StepFunctions;

/// <summary>Activities, and what workers report.</summary>
internal static partial class StepFunctionsOperations
{
    public static Outcome<CreateActivityResponse> CreateActivity(Step step, CreateActivityRequest request)
    {
        if (Names.Refuse(request.Name) is { } refusal)
        {
            return refusal;
        }

        var arn = Arns.Activity(step, request.Name);
        if (step.Table(StepFunctionsState.Activities).Find(arn) is { } existing)
        {
            return new CreateActivityResponse { ActivityArn = arn, CreationDate = existing.CreatedAt };
        }

        var tags = TagKeys.Map(request.Tags, tag => tag.Key, tag => tag.Value);
        step.Table(StepFunctionsState.Activities).Put(arn, new(arn, request.Name, step.Now, tags));
        return new CreateActivityResponse { ActivityArn = arn, CreationDate = step.Now };
    }

    public static Outcome<DescribeActivityResponse> DescribeActivity(Step step, DescribeActivityRequest request) =>
        Lookup.Activity(step, request.ActivityArn, out var refusal) is { } activity
            ? new DescribeActivityResponse { ActivityArn = activity.Arn, Name = activity.Name, CreationDate = activity.CreatedAt }
            : refusal;

    public static Outcome<ListActivitiesResponse> ListActivities(Step step, ListActivitiesRequest request)
    {
        var page = Page.Of(step.Table(StepFunctionsState.Activities).All, activity => activity.Arn, request.NextToken, Pages.Size(request.MaxResults));
        return new ListActivitiesResponse
        {
            Activities = [.. page.Items.Select(activity => new ActivityListItem { ActivityArn = activity.Arn, Name = activity.Name, CreationDate = activity.CreatedAt })],
            NextToken = page.NextToken,
        };
    }

    public static Outcome<DeleteActivityResponse> DeleteActivity(Step step, DeleteActivityRequest request)
    {
        if (Arns.Refuse(request.ActivityArn, "activity") is { } refusal)
        {
            return refusal;
        }

        step.Table(StepFunctionsState.Activities).Remove(request.ActivityArn);
        return new DeleteActivityResponse();
    }

    public static Outcome<GetActivityTaskResponse> GetActivityTask(Step step, GetActivityTaskRequest request) =>
        Lookup.Activity(step, request.ActivityArn, out var refusal) is { } activity
            ? ActivityWork.Take(step, activity.Arn, request.WorkerName)
            : refusal;

    public static Outcome<SendTaskSuccessResponse> SendTaskSuccess(Step step, SendTaskSuccessRequest request) =>
        TaskReports.Refuse(step, request.TaskToken) is { } unknown ? unknown
        : !JsonValue.TryParse(request.Output, out var output) ? new Refusal("InvalidOutput", $"Invalid Output: '{request.Output}'")
        : TaskReports.Report(step, request.TaskToken, task => new ExecutionEvent.TaskSucceeded(task, output)) is { } refusal ? refusal
        : new SendTaskSuccessResponse();

    public static Outcome<SendTaskFailureResponse> SendTaskFailure(Step step, SendTaskFailureRequest request) =>
        TaskReports.Report(step, request.TaskToken, task => new ExecutionEvent.TaskFailed(task, request.Error, request.Cause)) is { } refusal
            ? refusal
            : new SendTaskFailureResponse();

    public static Outcome<SendTaskHeartbeatResponse> SendTaskHeartbeat(Step step, SendTaskHeartbeatRequest request) =>
        TaskReports.Report(step, request.TaskToken, task => new ExecutionEvent.TaskHeartbeat(task)) is { } refusal
            ? refusal
            : new SendTaskHeartbeatResponse();
}
