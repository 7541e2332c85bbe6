using Headroom.Cloud.Services.DynamoDb.Values;
using Headroom.Wire.Shapes.DynamoDb;
using Item = System.Collections.Generic.IReadOnlyDictionary<string, Headroom.Wire.Shapes.DynamoDb.AttributeValue>;

namespace Headroom.Cloud.Services.DynamoDb;

/// <summary>
/// What operations consume
/// (<see href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/read-write-operations.html">capacity units</see>): a write
/// unit for each 1 KiB, a read unit for each 4 KiB, half of that for an eventually consistent read, twice in a transaction.
/// </summary>
internal static class Capacity
{
    private const int WriteUnit = 1024;
    private const int ReadUnit = 4096;

    public static double ToWrite(Item? before, Item? after) => Units(Math.Max(Size(before), Size(after)), WriteUnit);

    public static double ToRead(int bytes, bool consistent) => Units(bytes, ReadUnit) * (consistent ? 1 : 0.5);

    /// <summary>How many bytes an item has; none has 0.</summary>
    public static int Size(Item? item) => item is null ? 0 : ItemSize.Of(item);

    /// <summary>
    /// What each index that a write changes consumes: one write to put, change or remove its entry, two where the entry's key changes
    /// (<see href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/GSI.html#GSI.ThroughputConsiderations.Writes"/>).
    /// </summary>
    public static IReadOnlyDictionary<TableIndex, double> ToWriteIndexes(DynamoTable table, Item? before, Item? after) => table.Indexes
        .Select(index => (Index: index, Units: ToWriteEntry(index, IndexEntries.Of(table, index, before), IndexEntries.Of(table, index, after))))
        .Where(written => written.Units > 0)
        .ToDictionary(written => written.Index, written => written.Units);

    /// <summary>As the answer of a write shows it; not reckoned unless it was asked for: whoever writes often seldom asks.</summary>
    public static ConsumedCapacity? ReportWrite(string? wanted, DynamoTable table, Item? before, Item? after) => wanted is "TOTAL" or "INDEXES"
        ? Report(wanted, table, ToWrite(before, after), ToWriteIndexes(table, before, after))
        : null;

    /// <summary>As the answer of a read shows it; null unless it was asked for (<c>TOTAL</c>, <c>INDEXES</c>).</summary>
    public static ConsumedCapacity? Report(string? wanted, DynamoTable table, TableIndex? index, double units) =>
        index is null
            ? Report(wanted, table, units)
            : Report(wanted, table, 0, new Dictionary<TableIndex, double> { [index] = units });

    /// <summary>As the answer shows it; null unless it was asked for.</summary>
    public static ConsumedCapacity? Report(string? wanted, DynamoTable table, double units, IReadOnlyDictionary<TableIndex, double>? indexes = null)
    {
        var total = units + (indexes?.Values.Sum() ?? 0);
        return wanted switch
        {
            "TOTAL" => new() { TableName = table.Name, CapacityUnits = total },
            "INDEXES" => new()
            {
                TableName = table.Name,
                CapacityUnits = total,
                Table = new() { CapacityUnits = units },
                GlobalSecondaryIndexes = OfIndexes(indexes, global: true),
                LocalSecondaryIndexes = OfIndexes(indexes, global: false),
            },
            _ => null,
        };
    }

    /// <summary>One report for each table.</summary>
    public static IReadOnlyList<ConsumedCapacity>? Report(string? wanted, IEnumerable<(DynamoTable Table, double Units)> consumed) =>
        Report(wanted, consumed.Select(part => (part.Table, part.Units, (IReadOnlyDictionary<TableIndex, double>)new Dictionary<TableIndex, double>())));

    /// <summary>One report for each table, of what its indexes consumed, too.</summary>
    public static IReadOnlyList<ConsumedCapacity>? Report(
        string? wanted, IEnumerable<(DynamoTable Table, double Units, IReadOnlyDictionary<TableIndex, double> Indexes)> consumed) =>
        wanted is "TOTAL" or "INDEXES"
            ? [.. consumed.GroupBy(part => part.Table).Select(group => Report(
                wanted, group.Key, group.Sum(part => part.Units),
                group.SelectMany(part => part.Indexes).GroupBy(written => written.Key, written => written.Value).ToDictionary(index => index.Key, index => index.Sum()))!)]
            : null;

    private static double ToWriteEntry(TableIndex index, Item? before, Item? after) => (before, after) switch
    {
        (null, null) => 0,
        (null, _) or (_, null) => ToWrite(before, after),
        _ when index.KeySchema.Any(element => !AttributeValues.Same(before[element.AttributeName], after[element.AttributeName])) =>
            ToWrite(before, null) + ToWrite(null, after),
        _ when before.Count == after.Count && before.All(member => after.TryGetValue(member.Key, out var value) && AttributeValues.Same(member.Value, value)) => 0,
        _ => ToWrite(before, after),
    };

    private static Dictionary<string, Headroom.Wire.Shapes.DynamoDb.Capacity>? OfIndexes(IReadOnlyDictionary<TableIndex, double>? indexes, bool global) =>
        indexes?.Where(written => written.Key.Global == global)
            .ToDictionary(written => written.Key.Name, written => new Headroom.Wire.Shapes.DynamoDb.Capacity { CapacityUnits = written.Value }) is { Count: > 0 } some
            ? some
            : null;

    private static double Units(int bytes, int unit) => Math.Max(1, Math.Ceiling(bytes / (double)unit));
}
