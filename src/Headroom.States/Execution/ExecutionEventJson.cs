using Headroom.States.Json;

namespace Headroom.States.Execution;

/// <summary>Events as JSON: one object each, its member <c>event</c> naming which.</summary>
public static class ExecutionEventJson
{
    /// <summary>The event as JSON.</summary>
    public static JsonObject Write(ExecutionEvent happened)
    {
        var json = new JsonObjectBuilder().Set("event", happened.GetType().Name);
        return (happened switch
        {
            ExecutionEvent.TimerFired e => json.Set("timerId", e.TimerId),
            ExecutionEvent.TaskScheduleFailed e => Failed(json.Set("taskId", e.TaskId), e.Error, e.Cause),
            ExecutionEvent.TaskStarted e => json.Set("taskId", e.TaskId).Set("workerName", e.WorkerName),
            ExecutionEvent.TaskStartFailed e => Failed(json.Set("taskId", e.TaskId), e.Error, e.Cause),
            ExecutionEvent.TaskSubmitted e => json.Set("taskId", e.TaskId).Set("output", e.Output),
            ExecutionEvent.TaskSucceeded e => json.Set("taskId", e.TaskId).Set("output", e.Output),
            ExecutionEvent.TaskFailed e => Failed(json.Set("taskId", e.TaskId), e.Error, e.Cause),
            ExecutionEvent.TaskHeartbeat e => json.Set("taskId", e.TaskId),
            ExecutionEvent.Stopped e => Failed(json, e.Error, e.Cause),
            ExecutionEvent.Redriven => json,
            ExecutionEvent.ItemsRead e => json.Set("mapRunId", e.MapRunId).Set("text", e.Text),
            ExecutionEvent.ItemsReadFailed e => json.Set("mapRunId", e.MapRunId).Set("cause", e.Cause),
            ExecutionEvent.MapRunUpdated e => Updated(json.Set("mapRunId", e.MapRunId), e),
            ExecutionEvent.ChildEnded e => Ended(json, e),
            ExecutionEvent.ResultsWritten e => json.Set("mapRunId", e.MapRunId).Set("output", e.Output),
            ExecutionEvent.ResultsWriteFailed e => json.Set("mapRunId", e.MapRunId).Set("cause", e.Cause),
            _ => throw new InvalidOperationException($"no such event: {happened.GetType().Name}"),
        }).Build();
    }

    /// <summary>The event that was written so.</summary>
    /// <exception cref="FormatException">It was not written by <see cref="Write"/>.</exception>
    public static ExecutionEvent Read(JsonValue json)
    {
        var from = json as JsonObject ?? throw new FormatException($"no event: {json}");
        return Text(from, "event") switch
        {
            nameof(ExecutionEvent.TimerFired) => new ExecutionEvent.TimerFired((int)Number(from, "timerId")),
            nameof(ExecutionEvent.TaskScheduleFailed) => new ExecutionEvent.TaskScheduleFailed(Task(from), Text(from, "error")!, Text(from, "cause")),
            nameof(ExecutionEvent.TaskStarted) => new ExecutionEvent.TaskStarted(Task(from), Text(from, "workerName")),
            nameof(ExecutionEvent.TaskStartFailed) => new ExecutionEvent.TaskStartFailed(Task(from), Text(from, "error")!, Text(from, "cause")),
            nameof(ExecutionEvent.TaskSubmitted) => new ExecutionEvent.TaskSubmitted(Task(from), Output(from)),
            nameof(ExecutionEvent.TaskSucceeded) => new ExecutionEvent.TaskSucceeded(Task(from), Output(from)),
            nameof(ExecutionEvent.TaskFailed) => new ExecutionEvent.TaskFailed(Task(from), Text(from, "error"), Text(from, "cause")),
            nameof(ExecutionEvent.TaskHeartbeat) => new ExecutionEvent.TaskHeartbeat(Task(from)),
            nameof(ExecutionEvent.Stopped) => new ExecutionEvent.Stopped(Text(from, "error"), Text(from, "cause")),
            nameof(ExecutionEvent.Redriven) => new ExecutionEvent.Redriven(),
            nameof(ExecutionEvent.ItemsRead) => new ExecutionEvent.ItemsRead(MapRun(from), Text(from, "text")!),
            nameof(ExecutionEvent.ItemsReadFailed) => new ExecutionEvent.ItemsReadFailed(MapRun(from), Text(from, "cause")!),
            nameof(ExecutionEvent.MapRunUpdated) => new ExecutionEvent.MapRunUpdated(
                MapRun(from),
                (int?)Optional(from, "maxConcurrency")?.Integer,
                Optional(from, "toleratedFailureCount")?.Integer,
                Optional(from, "toleratedFailurePercentage")?.Value),
            nameof(ExecutionEvent.ChildEnded) => new ExecutionEvent.ChildEnded(
                MapRun(from), (int)Number(from, "index"), (ExecutionStatus)Number(from, "status"), from["output"], Text(from, "error"), Text(from, "cause")),
            nameof(ExecutionEvent.ResultsWritten) => new ExecutionEvent.ResultsWritten(MapRun(from), Output(from)),
            nameof(ExecutionEvent.ResultsWriteFailed) => new ExecutionEvent.ResultsWriteFailed(MapRun(from), Text(from, "cause")!),
            var name => throw new FormatException($"no such event: {name}"),
        };
    }

    private static JsonObjectBuilder Failed(JsonObjectBuilder json, string? error, string? cause) => json.Set("error", error).Set("cause", cause);

    private static JsonObjectBuilder Updated(JsonObjectBuilder json, ExecutionEvent.MapRunUpdated updated)
    {
        json.Set("maxConcurrency", updated.MaxConcurrency).Set("toleratedFailureCount", updated.ToleratedFailureCount);
        return updated.ToleratedFailurePercentage is { } percentage ? json.Set("toleratedFailurePercentage", JsonNumber.Of(percentage)) : json;
    }

    private static JsonObjectBuilder Ended(JsonObjectBuilder json, ExecutionEvent.ChildEnded ended)
    {
        json.Set("mapRunId", ended.MapRunId).Set("index", ended.Index).Set("status", (long)ended.Status);
        return Failed(ended.Output is { } output ? json.Set("output", output) : json, ended.Error, ended.Cause);
    }

    private static string? Text(JsonObject from, string name) => (from[name] as JsonString)?.Value;

    private static long Number(JsonObject from, string name) =>
        from[name] is JsonNumber { IsInteger: true } number ? number.Integer : throw new FormatException($"no {name} in {from}");

    private static JsonNumber? Optional(JsonObject from, string name) => from[name] as JsonNumber;

    private static long Task(JsonObject from) => Number(from, "taskId");

    private static long MapRun(JsonObject from) => Number(from, "mapRunId");

    private static JsonValue Output(JsonObject from) => from["output"] ?? throw new FormatException($"no output in {from}");
}
