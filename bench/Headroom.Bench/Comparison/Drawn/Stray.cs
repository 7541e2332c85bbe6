using System.Text.Json.Nodes;
using Headroom.Bench.Staging;
using Headroom.Cloud.Kernel;

namespace Headroom.Bench.Comparison.Drawn;

/// <summary>A call about a service that nobody asked to be held.</summary>
internal static class Stray
{
    /// <summary>Whether it is one: it names another, or it names none and so is about all.</summary>
    internal static bool Is(ServiceCall call, DrawnScenario scenario) =>
        scenario.AnotherMax is not null && call.Operation is "DescribeScalableTargets" or "RegisterScalableTarget" or "UpdateService" or "DescribeServices"
        && (Named(call.Request) is not { Count: > 0 } named || named.Any(name => name[(name.LastIndexOf('/') + 1)..] != DeployedStack.Service));

    private static List<string> Named(JsonObject request)
    {
        var several = request["ResourceIds"] ?? request["services"];
        var one = request["ResourceId"] ?? request["service"];
        return [.. (several?.AsArray() ?? []).Append(one).Select(name => (string?)name).OfType<string>()];
    }
}
