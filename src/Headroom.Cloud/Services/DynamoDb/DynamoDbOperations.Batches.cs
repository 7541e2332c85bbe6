using Headroom.Cloud.Kernel;
using Headroom.Cloud.Services.DynamoDb.Expressions;
using Headroom.Wire.Shapes.DynamoDb;
using Item = System.Collections.Generic.IReadOnlyDictionary<string, Headroom.Wire.Shapes.DynamoDb.AttributeValue>;

namespace Headroom.Cloud.Services.DynamoDb;

/// <summary>Batches: many single operations in one call, each for itself.</summary>
internal static partial class DynamoDbOperations
{
    private const int MaxBatchWrites = 25;
    private const int MaxBatchReads = 100;

    /// <summary>A batch gives up to 16 MiB; the keys of what is over that come back unprocessed.</summary>
    private const int BatchReadBytes = 16 * 1024 * 1024;
    private const string DuplicateKeys = "Provided list of item keys contains duplicates";

    public static Outcome<BatchWriteItemResponse> BatchWriteItem(Step step, BatchWriteItemRequest request)
    {
        if (request.RequestItems.Values.Sum(writes => writes.Count) > MaxBatchWrites)
        {
            throw new InvalidRequestException("Too many items requested for the BatchWriteItem call");
        }

        var all = request.RequestItems
            .SelectMany(pair => pair.Value.Select(write => BatchWrite(TableLookup.ForItems(step, pair.Key), write)))
            .ToList();
        DemandDistinct(all.ConvertAll(write => write.Place), DuplicateKeys);
        var consumed = all.ConvertAll(write =>
        {
            var (before, after) = (write.Current(step), write.Apply(step));
            return (write.Table, Capacity.ToWrite(before, after), Capacity.ToWriteIndexes(write.Table, before, after));
        });
        return new BatchWriteItemResponse
        {
            UnprocessedItems = new Dictionary<string, IReadOnlyList<WriteRequest>>(),
            ItemCollectionMetrics = ItemCollections.Report(request.ReturnItemCollectionMetrics, all),
            ConsumedCapacity = Capacity.Report(request.ReturnConsumedCapacity, consumed),
        };
    }

    public static Outcome<BatchGetItemResponse> BatchGetItem(Step step, BatchGetItemRequest request)
    {
        if (request.RequestItems.Values.Sum(keys => keys.Keys.Count) > MaxBatchReads)
        {
            throw new InvalidRequestException("Too many items requested for the BatchGetItem call");
        }

        var responses = new Dictionary<string, IReadOnlyList<Item>>(StringComparer.Ordinal);
        var consumed = new List<(DynamoTable, double)>();
        var unprocessed = new Dictionary<string, KeysAndAttributes>(StringComparer.Ordinal);
        var bytes = 0;
        foreach (var (name, wanted) in request.RequestItems)
        {
            LegacyParameters.Refuse(("AttributesToGet", wanted.AttributesToGet));
            var attributes = new ExpressionAttributes(wanted.ExpressionAttributeNames, null, wanted.ProjectionExpression);
            var projection = ProjectionReader.Read(wanted.ProjectionExpression, attributes);
            attributes.DemandAllUsed();
            var table = TableLookup.ForItems(step, name);
            var places = wanted.Keys.Select(key => ItemKeys.Of(table, ItemKeys.Checked(table, key))).ToList();
            DemandDistinct(places, DuplicateKeys);
            var items = new List<Item?>();
            foreach (var place in places)
            {
                var item = step.Table(DynamoDbState.Items).Find(place)?.Attributes;
                bytes += Capacity.Size(item);
                if (bytes > BatchReadBytes)
                {
                    break;
                }

                items.Add(item);
            }

            if (items.Count < places.Count)
            {
                unprocessed.Add(name, wanted with { Keys = [.. wanted.Keys.Skip(items.Count)] });
            }

            consumed.AddRange(items.Select(item => (table, Capacity.ToRead(Capacity.Size(item), wanted.ConsistentRead ?? false))));
            responses.Add(name, [.. items.OfType<Item>().Select(item => projection is null ? item : projection.Of(item))]);
        }

        return new BatchGetItemResponse
        {
            Responses = responses,
            UnprocessedKeys = unprocessed,
            ConsumedCapacity = Capacity.Report(request.ReturnConsumedCapacity, consumed),
        };
    }

    private static ItemWrite BatchWrite(DynamoTable table, WriteRequest write) => write switch
    {
        { PutRequest: { } put, DeleteRequest: null } => ItemWrite.Put(table, put.Item),
        { DeleteRequest: { } delete, PutRequest: null } => ItemWrite.Delete(table, delete.Key),
        _ => throw new InvalidRequestException(
            "Supplied AttributeValue has more than one datatypes set, must contain exactly one of the supported datatypes"),
    };

    private static void DemandDistinct(List<string> places, string message)
    {
        if (places.Distinct(StringComparer.Ordinal).Count() < places.Count)
        {
            throw new InvalidRequestException(message);
        }
    }
}
