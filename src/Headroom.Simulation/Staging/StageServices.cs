using System.Text.Json.Nodes;
using Headroom.Cloud.Kernel;

namespace Headroom.Simulation.Staging;

/// <summary>What is on the stage: the shipped stack with its service, further services that its hold covers, and one that it does not.</summary>
internal static class StageServices
{
    private const string Family = "web";

    /// <summary>Creates or updates the hold's stack.</summary>
    internal static ServiceCall Stack(string operation, string template) => new(Stage.Administrator, "cloudformation", operation, new()
    {
        ["StackName"] = Stage.StackName,
        ["TemplateBody"] = template,
        ["Capabilities"] = new JsonArray("CAPABILITY_IAM", "CAPABILITY_NAMED_IAM"),
        ["Parameters"] = new JsonArray(),
    });

    internal static IEnumerable<ServiceCall> Others(int services) =>
    [
        Ecs("RegisterTaskDefinition", TaskDefinition()),
        .. Enumerable.Range(1, services - 1).Select(StageNames.Service).Append(StageNames.Uncovered).SelectMany(Service),
    ];

    private static IEnumerable<ServiceCall> Service(string name)
    {
        yield return Ecs("CreateService", Created(name, 0));
        yield return new(Stage.Administrator, "application-autoscaling", "RegisterScalableTarget", new()
        {
            ["ServiceNamespace"] = "ecs",
            ["ResourceId"] = StageNames.Target(name),
            ["ScalableDimension"] = "ecs:service:DesiredCount",
            ["MinCapacity"] = 0,
            ["MaxCapacity"] = 0,
        });
    }

    /// <summary>A request that creates a service.</summary>
    internal static JsonObject Created(string name, int desiredCount) => new()
    {
        ["cluster"] = StageNames.Cluster,
        ["serviceName"] = name,
        ["taskDefinition"] = Family,
        ["desiredCount"] = desiredCount,
        ["launchType"] = "FARGATE",
        ["networkConfiguration"] = new JsonObject { ["awsvpcConfiguration"] = new JsonObject { ["subnets"] = new JsonArray("subnet-1") } },
    };

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
