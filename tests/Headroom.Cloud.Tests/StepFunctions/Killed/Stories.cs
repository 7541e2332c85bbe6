namespace Headroom.Cloud.Tests.StepFunctions.Killed;

/// <summary>What a client sees of an execution: how it stands, and its whole history with every detail and time.</summary>
internal static class Stories
{
    public static string Of(TestCloud cloud, string execution) =>
        $"{Machines.Describe(cloud, execution)["status"]}\n{string.Join('\n', Machines.Events(cloud, execution).Select(happened => happened.ToJsonString()))}";
}
