using Headroom.Cloud.Tests.Store;
using Headroom.States.Tests.Properties;

namespace Headroom.Cloud.Tests.StepFunctions.Killed;

/// <summary>Machines at random with Map, Parallel, Retry and Wait in which enough happens, and which end.</summary>
internal static class LivelyMachines
{
    private const int FewestBoundaries = 8;
    private const int MostBoundaries = 40;
    private const int Seeds = 3000;
    private static readonly string[] Parts = ["\"Map\"", "\"Parallel\"", "\"Retry\"", "\"Wait\""];
    private static readonly Lazy<IReadOnlyList<int>> Found = new(() => [.. Enumerable.Range(1, Seeds).Where(IsLively).Take(Count)]);

    public const int Count = 20;

    /// <summary>The definition of one of them, from 1 to <see cref="Count"/>.</summary>
    public static string Definition(int number) => RandomMachine.Of(Found.Value[number - 1]);

    /// <summary>Starts a machine at random; the execution's ARN.</summary>
    public static string Start(TestCloud cloud, string definition)
    {
        Machines.MakeRole(cloud);
        DynamoDb.Tables.Create(cloud, "t");
        var machine = cloud.Call("stepfunctions", "CreateStateMachine", new() { ["name"] = "random", ["roleArn"] = Machines.RoleArn, ["definition"] = definition });
        return Machines.Start(cloud, (string)machine["stateMachineArn"]!, input: """{"items": [1, 2, 3]}""");
    }

    private static bool IsLively(int seed)
    {
        var definition = RandomMachine.Of(seed);
        if (!Array.TrueForAll(Parts, part => definition.Contains(part, StringComparison.Ordinal)))
        {
            return false;
        }

        var storage = new RecordedStorage();
        var cloud = new TestCloud(storage);
        var execution = Start(cloud, definition);
        var boundaries = 0;
        while (boundaries <= MostBoundaries && cloud.WakeNext())
        {
            boundaries += storage.Wrote("stepfunctions/events") ? 1 : 0;
        }

        return boundaries is >= FewestBoundaries and <= MostBoundaries && (string)Machines.Describe(cloud, execution)["status"]! != "RUNNING";
    }
}
