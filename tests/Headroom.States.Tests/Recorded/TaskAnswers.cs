using Headroom.States.Definition;
using Headroom.States.Execution;
using Headroom.States.Json;

namespace Headroom.States.Tests.Recorded;

/// <summary>What stands behind the services of a case: the n-th call of a state is answered as it was on AWS; else its function runs.</summary>
internal sealed class TaskAnswers(RecordedCase recorded)
{
    private readonly Dictionary<string, Queue<JsonObject>> results =
        (recorded.Fake?["task_results"] as JsonArray ?? JsonArray.Empty).OfType<JsonObject>()
            .GroupBy(r => Text(r, "state")!).ToDictionary(g => g.Key, g => new Queue<JsonObject>(g));

    /// <summary>The text of the one file that the case puts into a bucket.</summary>
    public string FileText() =>
        (recorded.Fake?["setup"] as JsonArray ?? JsonArray.Empty).OfType<JsonObject>()
            .Where(s => Text(s, "operation") == "put_object").Select(s => Text((JsonObject)s["parameters"]!, "Body")!).First();

    public IEnumerable<ExecutionEvent> Of(Command.ScheduleTask task)
    {
        if (!results.TryGetValue(task.StateName, out var queue) || !queue.TryDequeue(out var answer))
        {
            return OfFunction(task);
        }

        var (id, result) = (task.TaskId, answer["result"] as JsonObject ?? JsonObject.Empty);
        ExecutionEvent started = new ExecutionEvent.TaskStarted(id, WorkerName(id));
        IEnumerable<ExecutionEvent> submitted = answer["submitted"] is { } first ? [new ExecutionEvent.TaskSubmitted(id, first)] : [];
        ExecutionEvent? end = Text(result, "event") switch
        {
            { } type when type.EndsWith("Succeeded", StringComparison.Ordinal) => new ExecutionEvent.TaskSucceeded(id, result["output"] ?? JsonValue.Null),
            { } type when type.EndsWith("Failed", StringComparison.Ordinal) => new ExecutionEvent.TaskFailed(id, Text(result, "error"), Text(result, "cause")),
            _ => null,
        };
        return [started, .. submitted, .. end is null ? Array.Empty<ExecutionEvent>() : [end]];
    }

    private IEnumerable<ExecutionEvent> OfFunction(Command.ScheduleTask task)
    {
        var functions = recorded.Fake?["functions"] as JsonObject ?? JsonObject.Empty;
        var isInvoke = task.Resource.Pattern != TaskPattern.LambdaFunction;
        var name = isInvoke ? Text((JsonObject)task.Input, "FunctionName")! : task.Resource.Arn.Split(':')[6];
        var behaviour = functions[name] as JsonObject ?? JsonObject.Empty;
        var payload = isInvoke ? ((JsonObject)task.Input)["Payload"] ?? JsonObject.Empty : task.Input;
        yield return new ExecutionEvent.TaskStarted(task.TaskId);
        if (behaviour["lambda:raise"] is JsonObject raised)
        {
            var cause = new JsonObjectBuilder().Set("errorMessage", raised["errorMessage"]!).Set("errorType", raised["errorType"]!)
                .Set("requestId", "id").Set("stackTrace", raised["stackTrace"] ?? JsonArray.Empty).Build();
            yield return new ExecutionEvent.TaskFailed(task.TaskId, Text(raised, "errorType"), cause.ToString());
            yield break;
        }

        var output = behaviour["lambda:const"] ?? payload;
        yield return new ExecutionEvent.TaskSucceeded(
            task.TaskId, isInvoke ? new JsonObjectBuilder().Set("ExecutedVersion", "$LATEST").Set("Payload", output).Set("StatusCode", 200).Build() : output);
    }

    /// <summary>Who took an activity's task: told by the event after the one that scheduled it.</summary>
    private string? WorkerName(long taskId) =>
        (recorded.Expected["events"] as JsonArray ?? JsonArray.Empty).OfType<JsonObject>()
            .FirstOrDefault(e => e["previousEventId"] is JsonNumber { IsInteger: true } n && n.Integer == taskId)?["activityStartedEventDetails"]
            is JsonObject details ? Text(details, "workerName") : null;

    private static string? Text(JsonObject from, string name) => from[name] switch
    {
        null => null,
        JsonString text => text.Value,
        var value => value.ToString(),
    };
}
