using Headroom.States.Definition;
using Headroom.States.Json;

namespace Headroom.States.Execution;

/// <summary>
/// The <see href="https://docs.aws.amazon.com/step-functions/latest/dg/input-output-contextobject.html">context object</see>.
/// </summary>
internal static class ContextObject
{
    public static JsonObject Of(Run run, Branch branch, JsonValue? map, string? taskToken)
    {
        var context = new JsonObjectBuilder()
            .Set("Execution", new JsonObjectBuilder()
                .Set("Id", run.Start.ExecutionArn)
                .Set("Input", run.Start.Input)
                .Set("StartTime", Timestamp.Write(run.StartedAt))
                .Set("Name", run.Start.ExecutionName)
                .Set("RoleArn", run.Start.RoleArn)
                .Set("RedriveCount", run.Start.IsSynchronous ? null : run.RedriveCount)
                .Build())
            .Set("StateMachine", new JsonObjectBuilder()
                .Set("Id", run.Start.StateMachineArn)
                .Set("Name", run.Start.StateMachineName)
                .Build())
            .Set("State", StateOf(branch));
        if (taskToken is not null)
        {
            context.Set("Task", new JsonObjectBuilder().Set("Token", taskToken).Build());
        }

        if ((map ?? InnermostMap(run, branch)) is { } item)
        {
            context.Set("Map", item);
        }

        return context.Build();
    }

    private static JsonObject StateOf(Branch branch)
    {
        var state = new JsonObjectBuilder().Set("Name", branch.State.Name).Set("EnteredTime", Timestamp.Write(branch.EnteredAt));
        return branch.State is RetryableState ? state.Set("RetryCount", branch.RetryCount).Build() : state.Build();
    }

    private static JsonValue? InnermostMap(Run run, Branch branch)
    {
        for (Branch? at = branch; at is not null; at = run.ParentOf(at))
        {
            if (at.Map is not null)
            {
                return at.Map;
            }
        }

        return run.Start.Map;
    }
}
