using System.Text.Json.Nodes;
using Headroom.Cloud.Kernel;

namespace Headroom.Simulation.Observing;

/// <summary>What a call is about, and how a timeline shows it.</summary>
internal static class CallText
{
    /// <summary>The ECS service that a call is about; null where it is about none.</summary>
    internal static string? Service(ServiceCall call) => Services(call)[0];

    /// <summary>The ECS services that a call is about; one null where it is about none.</summary>
    internal static IReadOnlyList<string?> Services(ServiceCall call) => call.Service switch
    {
        "application-autoscaling" when call.Request["ResourceIds"] is JsonArray { Count: > 0 } ids => [.. ids.Select(id => Last((string)id!))],
        "application-autoscaling" when call.Request["ResourceId"] is { } id => [Last((string)id!)],
        "ecs" when call.Request["services"] is JsonArray { Count: > 0 } names => [.. names.Select(name => Last((string)name!))],
        "ecs" when call.Request["service"] is { } name => [Last((string)name!)],
        "dynamodb" when call.Request["Key"]?["target"]?["S"] is { } target => [Last((string)target!)],
        _ => [null],
    };

    internal static string Asked(ServiceCall call) => call.Operation switch
    {
        "RegisterScalableTarget" => $"Min {call.Request["MinCapacity"]}, Max {call.Request["MaxCapacity"]}, {call.Request["SuspendedState"]?.ToJsonString()}",
        "UpdateService" => $"desired count {call.Request["desiredCount"]}",
        "UpdateItem" => $"{call.Request["UpdateExpression"]} IF {call.Request["ConditionExpression"]}",
        _ => "",
    };

    internal static string Answer(Outcome<Answer> outcome) => outcome is Outcome<Answer>.Refused { Refusal: var refusal } ? refusal.Code : "";

    private static string Last(string path) => path[(path.LastIndexOf('/') + 1)..];
}
