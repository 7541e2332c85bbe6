using System.Text.Json.Nodes;
using Headroom.Wire.Json;

namespace Headroom.Cloud.Services.Sns;

/// <summary>How large a filter policy can be: https://docs.aws.amazon.com/sns/latest/dg/subscription-filter-policy-constraints.html.</summary>
internal static class FilterPolicyLimits
{
    private const int MostKeys = 5;
    private const int MostCombinations = 150;

    /// <summary>Null where it is within them; only a policy on the message's body has nested keys.</summary>
    internal static string? Fault(string policy, bool isOnBody)
    {
        var keys = WireJson.ObjectOrNull(policy) ?? [];
        return keys.Count > MostKeys ? "FilterPolicy: Filter policy can not have more than 5 keys"
            : !isOnBody && keys.Any(key => key.Value is JsonObject) ? "Filter policy scope MessageAttributes does not support nested filter policy"
            : Combinations(keys, depth: 1, 1) > MostCombinations ? "FilterPolicy: Filter policy is too complex"
            : null;
    }

    // The product, over the keys, of how many values each has and how deep it lies; the sum over alternatives.
    private static long Combinations(JsonObject keys, int depth, long sofar)
    {
        foreach (var (key, value) in keys)
        {
            sofar = value switch
            {
                JsonObject nested => Combinations(nested, depth + 1, sofar),
                JsonArray alternatives when key == "$or" && alternatives.All(one => one is JsonObject) =>
                    alternatives.Sum(one => Combinations((JsonObject)one!, depth, sofar)),
                JsonArray values => sofar * values.Count * depth,
                _ => sofar,
            };
            if (sofar > MostCombinations)
            {
                break;
            }
        }

        return sofar;
    }
}
