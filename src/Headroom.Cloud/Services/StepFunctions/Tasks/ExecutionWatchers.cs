using System.Text.Json.Nodes;
using Headroom.Cloud.Kernel;
using Headroom.Cloud.Services.StepFunctions.Executions;
using Headroom.States.Execution;
using Headroom.Wire.Json;

namespace Headroom.Cloud.Services.StepFunctions.Tasks;

/// <summary>
/// <c>states:startExecution.sync</c>: the task is done when the execution that it started is
/// (<see href="https://docs.aws.amazon.com/step-functions/latest/dg/connect-stepfunctions.html">Start a new execution</see>).
/// </summary>
internal static class ExecutionWatchers
{
    /// <summary>Step Functions hears of the end through EventBridge: not at once.</summary>
    private const int NoticeMilliseconds = 100;

    /// <summary>The task waits for the execution that <paramref name="submitted"/>, the answer of StartExecution, names.</summary>
    public static void Watch(Step step, TaskKey task, States.Json.JsonValue submitted)
    {
        if (TaskJson.Node(submitted)?["ExecutionArn"]?.GetValue<string>() is not { } started)
        {
            return;
        }

        step.Table(StepFunctionsState.Watched).Put(started, task);
        if (step.Table(StepFunctionsState.Executions).Find(started) is { StoppedAt: not null } ended)
        {
            Tell(step, ended);
        }
    }

    /// <summary>An execution ended: the task that waits for it will hear.</summary>
    public static void Tell(Step step, Execution ended)
    {
        if (step.Table(StepFunctionsState.Watched).Find(ended.Arn) is { } task && TaskCalls.Find(step, task) is { } command)
        {
            step.Table(StepFunctionsState.Watched).Remove(ended.Arn);
            step.Table(StepFunctionsState.Tasks).Put(task.InTable, new(task, TaskPhase.Ended, Answer(ended, command.Resource.SyncVersion, step.Now)));
            step.WakeAt(StepFunctionsService.Name, WakeKey.Answer(task), step.Now.AddMilliseconds(NoticeMilliseconds));
        }
    }

    /// <summary><c>.sync</c> gives input and output as text, <c>.sync:2</c> as JSON.</summary>
    private static TaskAnswer Answer(Execution ended, int version, DateTimeOffset now)
    {
        var description = WireJson.ToJson(ExecutionDescriptions.Of(ended, now));
        var shown = new JsonObject(description.Select(member =>
            KeyValuePair.Create(char.ToUpperInvariant(member.Key[0]) + member.Key[1..], Shown(member.Key, member.Value, version))));
        var text = shown.ToJsonString(TaskJson.Options);
        return ended.Status == ExecutionStatus.Succeeded.Wire() ? TaskAnswer.Succeeded(text) : TaskAnswer.Failed("States.TaskFailed", text);
    }

    private static JsonNode? Shown(string name, JsonNode? value, int version) => name switch
    {
        "startDate" or "stopDate" or "redriveDate" => Instants.Parse(value!.GetValue<string>()).ToUnixTimeMilliseconds(),
        "input" or "output" when version > 1 => WireJson.Parse(value!.GetValue<string>()),
        "inputDetails" or "outputDetails" => new JsonObject { ["Included"] = true },
        _ => value?.DeepClone(),
    };
}
