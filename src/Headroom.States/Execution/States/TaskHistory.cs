using Headroom.States.Data;
using Headroom.States.Definition;
using Headroom.States.History;
using Headroom.States.Json;

namespace Headroom.States.Execution.States;

/// <summary>Which events tell of a task: functions and activities by their own ARN have events of their own.</summary>
internal static class TaskHistory
{
    public static HistoryEventType Scheduled(TaskResource resource) => Of(
        resource, HistoryEventType.LambdaFunctionScheduled, HistoryEventType.ActivityScheduled, HistoryEventType.TaskScheduled);

    public static HistoryEventType ScheduleFailed(TaskResource resource) => Of(
        resource, HistoryEventType.LambdaFunctionScheduleFailed, HistoryEventType.ActivityScheduleFailed, HistoryEventType.TaskStartFailed);

    public static HistoryEventType Started(TaskResource resource) => Of(
        resource, HistoryEventType.LambdaFunctionStarted, HistoryEventType.ActivityStarted, HistoryEventType.TaskStarted);

    public static HistoryEventType StartFailed(TaskResource resource) => Of(
        resource, HistoryEventType.LambdaFunctionStartFailed, HistoryEventType.ActivityScheduleFailed, HistoryEventType.TaskStartFailed);

    public static HistoryEventType Succeeded(TaskResource resource) => Of(
        resource, HistoryEventType.LambdaFunctionSucceeded, HistoryEventType.ActivitySucceeded, HistoryEventType.TaskSucceeded);

    public static HistoryEventType Failed(TaskResource resource) => Of(
        resource, HistoryEventType.LambdaFunctionFailed, HistoryEventType.ActivityFailed, HistoryEventType.TaskFailed);

    public static HistoryEventType TimedOut(TaskResource resource) => Of(
        resource, HistoryEventType.LambdaFunctionTimedOut, HistoryEventType.ActivityTimedOut, HistoryEventType.TaskTimedOut);

    public static EventDetails ScheduledDetails(Command.ScheduleTask task, JsonValue credentials) => IsOfService(task.Resource)
        ? new TaskScheduledDetails(
            task.Resource.ResourceType, task.Resource.Resource, task.Region, task.Input, task.TimeoutInSeconds, task.HeartbeatInSeconds,
            credentials is JsonNull ? null : new JsonObjectBuilder().Set("roleArn", task.RoleArn).Build())
        : new WorkScheduledDetails(Scheduled(task.Resource), task.Resource.Arn, task.Input, task.TimeoutInSeconds, task.HeartbeatInSeconds);

    public static EventDetails? StartedDetails(TaskResource resource, string? workerName) =>
        IsOfService(resource) ? new TaskStartedDetails(resource.ResourceType, resource.Resource)
        : resource.Pattern == TaskPattern.Activity ? new ActivityStartedDetails(workerName)
        : null;

    public static EventDetails Output(HistoryEventType type, TaskResource resource, JsonValue output) => IsOfService(resource)
        ? new TaskOutputDetails(type, resource.ResourceType, resource.Resource, output)
        : new WorkSucceededDetails(type, output);

    public static EventDetails Failure(HistoryEventType type, TaskResource resource, StateError error) => IsOfService(resource)
        ? new TaskFailureDetails(type, resource.ResourceType, resource.Resource, error.Name, error.Cause)
        : new FailureDetails(type, error.Name, error.Cause);

    private static bool IsOfService(TaskResource resource) => resource.Pattern is not (TaskPattern.LambdaFunction or TaskPattern.Activity);

    private static HistoryEventType Of(TaskResource resource, HistoryEventType function, HistoryEventType activity, HistoryEventType service) =>
        resource.Pattern switch
        {
            TaskPattern.LambdaFunction => function,
            TaskPattern.Activity => activity,
            _ => service,
        };
}
