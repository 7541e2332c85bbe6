using System.Text.Json.Nodes;
using Headroom.Cloud.Identity;
using Headroom.Cloud.Kernel;
using Headroom.Cloud.Log;
using Headroom.Cloud.Services.StepFunctions.Tasks.Integrations;
using Headroom.Wire.Descriptions;
using Interpreted = Headroom.States.Json;

namespace Headroom.Cloud.Services.StepFunctions.Tasks;

/// <summary>
/// <c>ecs:runTask.sync</c>: the task is done when the ECS task that it started has stopped, and failed where a container of it did
/// (<see href="https://docs.aws.amazon.com/step-functions/latest/dg/connect-ecs.html">Run Amazon ECS or Fargate tasks</see>).
/// </summary>
internal static class EcsTaskWatchers
{
    private const string Failed = "States.TaskFailed";

    /// <summary>The task waits for the ECS task that <paramref name="submitted"/>, the answer of RunTask, names; it fails where none could be placed.</summary>
    public static void Watch(Step step, TaskKey task, Interpreted.JsonValue submitted)
    {
        if (TaskJson.Node(submitted)?["Tasks"] is JsonArray { Count: > 0 } tasks && (string?)tasks[0]?["TaskArn"] is { } arn)
        {
            step.Table(StepFunctionsState.Watched).Put(arn, task);
        }
        else
        {
            TaskCalls.Report(step, task, TaskCalls.Event(task, TaskAnswer.Failed(Failed, submitted.ToString())));
        }
    }

    /// <summary>ECS says that a task has stopped: whoever waits for it hears.</summary>
    public static void Heard(Step step, CloudEvent happened)
    {
        if (happened is { Service: "ecs", Type: "ECS Task State Change" }
            && (string?)happened.Detail["lastStatus"] == "STOPPED"
            && (string?)happened.Detail["taskArn"] is { } arn
            && step.Table(StepFunctionsState.Watched).Find(arn) is { } task)
        {
            step.Table(StepFunctionsState.Watched).Remove(arn);
            TaskCalls.Report(step, task, TaskCalls.Event(task, Answer(step, arn, (string?)happened.Detail["clusterArn"])));
        }
    }

    private static TaskAnswer Answer(Step step, string arn, string? clusterArn)
    {
        var states = new Principal.ServiceLinkedRole(step.Settings.AccountId, "states.amazonaws.com", "AWSServiceRoleForStates");
        if (step.CallAs(states, "ecs", "DescribeTasks", new() { ["cluster"] = clusterArn, ["tasks"] = new JsonArray(arn) })
                is not Outcome<JsonObject>.Answered { Response: var response }
            || OptimizedResult.Write(ApiDescriptions.For("ecs").Operations["DescribeTasks"], response)["Tasks"] is not JsonArray { Count: > 0 } tasks
            || tasks[0] is not JsonObject stopped)
        {
            return TaskAnswer.Failed(Failed, $"The task {arn} is not known any more.");
        }

        var text = stopped.ToJsonString(TaskJson.Options);
        var containers = stopped["Containers"] as JsonArray ?? [];
        return containers.Count > 0 && containers.All(container => container?["ExitCode"]?.GetValue<int>() == 0)
            ? TaskAnswer.Succeeded(text)
            : TaskAnswer.Failed(Failed, text);
    }
}
