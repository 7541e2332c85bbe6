using Headroom.Cloud.Kernel;
using Headroom.Cloud.Services.DynamoDb.Expressions;
using Headroom.Wire.Shapes.DynamoDb;
using Item = System.Collections.Generic.IReadOnlyDictionary<string, Headroom.Wire.Shapes.DynamoDb.AttributeValue>;

namespace Headroom.Cloud.Services.DynamoDb;

/// <summary>One page of a Query or Scan.</summary>
/// <param name="Items">What was found, projected; null where only the count was asked for.</param>
/// <param name="Count">How many passed the filter.</param>
/// <param name="Scanned">How many were read.</param>
/// <param name="LastKey">Where the next page begins; null after the last.</param>
/// <param name="Bytes">How much was read.</param>
internal sealed record ReadPage(IReadOnlyList<Item>? Items, int Count, int Scanned, Item? LastKey, int Bytes);

/// <summary>What a Query or Scan reads, in which order, and how much of it.</summary>
internal sealed record ReadPlan(DynamoTable Table, TableIndex? Index)
{
    private const int PageBytes = 1024 * 1024;

    /// <summary>Of which items; those that an index does not hold are never asked about.</summary>
    public required Func<Item, bool> Belongs { get; init; }

    public ItemCondition? Filter { get; init; }

    public ProjectionExpression? Projection { get; init; }

    public Item? StartKey { get; init; }

    public int? Limit { get; init; }

    public bool Backward { get; init; }

    public bool CountOnly { get; init; }

    /// <summary>Whether all that the table has of an item is wanted, also where an index is read.</summary>
    public bool AllAttributes { get; init; }

    /// <summary>The keys that are read by: the index's or the table's.</summary>
    public IReadOnlyList<KeySchemaElement> KeySchema => Index?.KeySchema ?? Table.KeySchema;

    /// <summary>The table's index of this name; null for the table itself.</summary>
    /// <exception cref="InvalidRequestException">There is no such index.</exception>
    public static TableIndex? FindIndex(DynamoTable table, string? name) =>
        name is null ? null
        : table.Indexes.FirstOrDefault(index => index.Name == name)
            ?? throw new InvalidRequestException($"The table does not have the specified index: {name}");

    public ReadPage Read(Step step)
    {
        var (found, scanned, bytes) = (new List<Item>(), 0, 0);
        foreach (var item in Ordered(step))
        {
            scanned++;
            var held = Held(item);
            bytes += Capacity.Size(held);
            if (Filter is null || Filter.Holds(held))
            {
                found.Add(item);
            }

            if (scanned == Limit || bytes >= PageBytes)
            {
                return Page(found, scanned, LastKey(item), bytes);
            }
        }

        return Page(found, scanned, null, bytes);
    }

    private ReadPage Page(List<Item> found, int scanned, Item? lastKey, int bytes) =>
        new(CountOnly ? null : found.ConvertAll(Project), found.Count, scanned, lastKey, bytes);

    private IEnumerable<Item> Ordered(Step step)
    {
        var items = step.Table(DynamoDbState.Items).WithPrefix(ItemKeys.OfTable(Table))
            .Select(stored => stored.Attributes)
            .Where(item => KeySchema.All(element => item.ContainsKey(element.AttributeName)) && Belongs(item))
            .Select(item => (Place: Place(item), Item: item));
        var start = StartKey is null ? null : Place(StartKey);
        return Backward
            ? items.Where(at => start is null || string.CompareOrdinal(at.Place, start) < 0).OrderByDescending(at => at.Place, StringComparer.Ordinal).Select(at => at.Item)
            : items.Where(at => start is null || string.CompareOrdinal(at.Place, start) > 0).OrderBy(at => at.Place, StringComparer.Ordinal).Select(at => at.Item);
    }

    // Items of an index need not have different index keys: the table's key decides then.
    private string Place(Item item) =>
        Index is null
            ? ItemKeys.Place(Table.KeySchema, item)
            : $"{ItemKeys.Place(Index.KeySchema, item)}\n{ItemKeys.Place(Table.KeySchema, item)}";

    private Item LastKey(Item item) =>
        ItemKeys.KeyOf([.. Table.KeySchema.Concat(KeySchema).DistinctBy(element => element.AttributeName)], item);

    private Item Held(Item item) => Index is null ? item : IndexEntries.Of(Table, Index, item)!;

    // A local index fetches from its table what it does not hold but is asked for.
    private Item Project(Item item) =>
        Projection is not null ? Projection.Of(Index is { Global: true } ? Held(item) : item)
        : AllAttributes ? item
        : Held(item);
}
