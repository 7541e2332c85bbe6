using Headroom.Wire.Shapes.DynamoDb;

namespace Headroom.Cloud.Services.DynamoDb;

/// <summary>
/// Item collections, the items of one partition key in a table with a local index
/// (<see href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/LSI.html#LSI.ItemCollections"/>).
/// </summary>
internal static class ItemCollections
{
    // A range of whole gigabytes in which the size falls; the embedded cloud keeps no more than that of anything.
    private static readonly IReadOnlyList<double> SizeRange = [0, 1];

    /// <summary>The collection that a write touched; null unless it was asked for (<c>SIZE</c>), and where the table has no local index.</summary>
    public static ItemCollectionMetrics? Report(string? wanted, ItemWrite write)
    {
        var partition = write.Table.KeySchema.PartitionKey();
        return wanted == "SIZE" && write.Table.Indexes.Any(index => !index.Global)
            ? new()
            {
                ItemCollectionKey = new Dictionary<string, AttributeValue> { [partition] = write.Key[partition] },
                SizeEstimateRangeGB = SizeRange,
            }
            : null;
    }

    /// <summary>Those that several writes touched, by table; null where there is none to report.</summary>
    public static IReadOnlyDictionary<string, IReadOnlyList<ItemCollectionMetrics>>? Report(string? wanted, IEnumerable<ItemWrite> writes)
    {
        var reports = writes
            .DistinctBy(write => (write.Table.Name, Values.KeyText.Sortable(write.Key[write.Table.KeySchema.PartitionKey()])))
            .Select(write => (write.Table.Name, Metrics: Report(wanted, write)))
            .Where(report => report.Metrics is not null)
            .GroupBy(report => report.Name, report => report.Metrics!)
            .ToDictionary(table => table.Key, table => (IReadOnlyList<ItemCollectionMetrics>)[.. table]);
        return reports.Count > 0 ? reports : null;
    }
}
