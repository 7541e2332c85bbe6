using System.Collections.Frozen;
using Headroom.States.Definition;

namespace Headroom.States.Reading;

/// <summary>
/// The optimised integrations and their actions
/// (<see href="https://docs.aws.amazon.com/step-functions/latest/dg/integrate-optimized.html">list</see>), as far as their actions are a
/// closed set. Everything of <c>aws-sdk</c> is taken: whether there is such an API is for the caller of the task to say.
/// </summary>
internal static class Integrations
{
    private static readonly FrozenDictionary<string, string[]> Actions = new Dictionary<string, string[]>
    {
        ["lambda"] = ["invoke"],
        ["sns"] = ["publish"],
        ["sqs"] = ["sendMessage"],
        ["dynamodb"] = ["getItem", "putItem", "updateItem", "deleteItem"],
        ["events"] = ["putEvents"],
        ["states"] = ["startExecution"],
        ["ecs"] = ["runTask"],
        ["s3"] = ["getObject", "putObject", "listObjectsV2"],
        ["batch"] = ["submitJob"],
        ["apigateway"] = ["invoke"],
        ["http"] = ["invoke"],
    }.ToFrozenDictionary();

    public static bool Knows(TaskResource resource) =>
        resource.Service.Length == 0 || resource.IsAwsSdk
        || !Actions.TryGetValue(resource.Service, out var actions) || actions.Contains(resource.Action);
}
