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

    /// <summary>As the answer shows it; null unless it was asked for (<c>TOTAL</c>, <c>INDEXES</c>).</summary>
    public static ConsumedCapacity? Report(string? wanted, DynamoTable table, double units) => wanted switch
    {
        "TOTAL" => new() { TableName = table.Name, CapacityUnits = units },
        "INDEXES" => new() { TableName = table.Name, CapacityUnits = units, Table = new() { CapacityUnits = units } },
        _ => null,
    };

    /// <summary>One report for each table.</summary>
    public static IReadOnlyList<ConsumedCapacity>? Report(string? wanted, IEnumerable<(DynamoTable Table, double Units)> consumed) =>
        wanted is "TOTAL" or "INDEXES"
            ? [.. consumed.GroupBy(part => part.Table).Select(group => Report(wanted, group.Key, group.Sum(part => part.Units))!)]
            : null;

    private static double Units(int bytes, int unit) => Math.Max(1, Math.Ceiling(bytes / (double)unit));
}
