using System.Text.Json.Nodes;
using Headroom.Cloud.Kernel;

namespace Headroom.Bench.Staging;

/// <summary>What a call of DynamoDB consumes, asked of DynamoDB itself without the caller's noticing.</summary>
internal static class ConsumedCapacity
{
    private const string Asked = "ReturnConsumedCapacity";
    private const string Told = "ConsumedCapacity";

    internal static Outcome<JsonObject> Measured(Step step, ServiceCall call, Action<Outcome<JsonObject>, double?> hear)
    {
        if (call.Service != "dynamodb" || call.Request.ContainsKey(Asked))
        {
            var other = step.Make(call);
            hear(other, null);
            return other;
        }

        var request = call.Request.DeepClone().AsObject();
        request[Asked] = "TOTAL";
        var outcome = step.Make(call with { Request = request });
        hear(outcome, Units(outcome));
        return outcome;
    }

    // A write whose condition fails consumes as well: one unit for an item of up to 1 KB
    // (https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/WorkingWithItems.html#WorkingWithItems.ConditionalUpdate).
    private static double Units(Outcome<JsonObject> outcome)
    {
        if (outcome is not Outcome<JsonObject>.Answered { Response: var response })
        {
            return 1;
        }

        var units = (double?)response[Told]?["CapacityUnits"] ?? 0;
        response.Remove(Told);
        return units;
    }
}
