using Headroom.Cloud.Kernel;
using Headroom.Wire.Shapes.DynamoDb;

namespace Headroom.Bench.Staging;

/// <summary>What a call of DynamoDB consumes, asked of DynamoDB itself without the caller's noticing.</summary>
internal static class ConsumedCapacity
{
    private const string Asked = "ReturnConsumedCapacity";

    internal static Outcome<Answer> Measured(Step step, ServiceCall call, Action<Outcome<Answer>, double?> hear)
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

        // A write whose condition fails consumes as well: one unit for an item of up to 1 KB
        // (https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/WorkingWithItems.html#WorkingWithItems.ConditionalUpdate).
        double? units = 1;
        if (outcome is Outcome<Answer>.Answered answered)
        {
            (outcome, units) = Apart(answered.Response.Record);
        }

        hear(outcome, units);
        return outcome;
    }

    private static (Answer Answer, double? Units) Apart(object response) => response switch
    {
        GetItemResponse got => (new(got with { ConsumedCapacity = null }), got.ConsumedCapacity?.CapacityUnits),
        PutItemResponse put => (new(put with { ConsumedCapacity = null }), put.ConsumedCapacity?.CapacityUnits),
        UpdateItemResponse updated => (new(updated with { ConsumedCapacity = null }), updated.ConsumedCapacity?.CapacityUnits),
        DeleteItemResponse deleted => (new(deleted with { ConsumedCapacity = null }), deleted.ConsumedCapacity?.CapacityUnits),
        QueryResponse queried => (new(queried with { ConsumedCapacity = null }), queried.ConsumedCapacity?.CapacityUnits),
        ScanResponse scanned => (new(scanned with { ConsumedCapacity = null }), scanned.ConsumedCapacity?.CapacityUnits),
        _ => (new(response), 0),
    };
}
