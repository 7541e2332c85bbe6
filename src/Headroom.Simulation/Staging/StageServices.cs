using System.Text.Json.Nodes;
using Headroom.Cloud.Kernel;

namespace Headroom.Simulation.Staging;

/// <summary>The services that are there before the hold is deployed: those it covers, and one that it does not.</summary>
internal static class StageServices
{
    private const string Family = "web";

    internal static IEnumerable<ServiceCall> Calls(int services) =>
    [
        Ecs("CreateCluster", new() { ["clusterName"] = StageNames.Cluster }),
        Ecs("RegisterTaskDefinition", TaskDefinition()),
        .. Enumerable.Range(0, services).Select(StageNames.Service).Append(StageNames.Uncovered).SelectMany(Service),
    ];

    private static IEnumerable<ServiceCall> Service(string name)
    {
        yield return Ecs("CreateService", new()
        {
            ["cluster"] = StageNames.Cluster,
            ["serviceName"] = name,
            ["taskDefinition"] = Family,
            ["desiredCount"] = 0,
            ["launchType"] = "FARGATE",
            ["networkConfiguration"] = new JsonObject { ["awsvpcConfiguration"] = new JsonObject { ["subnets"] = new JsonArray("subnet-1") } },
        });
        yield return new(Stage.Administrator, "application-autoscaling", "RegisterScalableTarget", new()
        {
            ["ServiceNamespace"] = "ecs",
            ["ResourceId"] = StageNames.Target(name),
            ["ScalableDimension"] = "ecs:service:DesiredCount",
            ["MinCapacity"] = 0,
            ["MaxCapacity"] = 0,
        });
    }

    private static JsonObject TaskDefinition() => new()
    {
        ["family"] = Family,
        ["cpu"] = "256",
        ["memory"] = "512",
        ["networkMode"] = "awsvpc",
        ["requiresCompatibilities"] = new JsonArray("FARGATE"),
        ["containerDefinitions"] = new JsonArray(new JsonObject { ["name"] = "web", ["image"] = "web" }),
    };

    private static ServiceCall Ecs(string operation, JsonObject request) => new(Stage.Administrator, "ecs", operation, request);
}
