using Item = System.Collections.Generic.IReadOnlyDictionary<string, Headroom.Wire.Shapes.DynamoDb.AttributeValue>;

namespace Headroom.Cloud.Services.DynamoDb;

/// <summary>What a secondary index holds of its table's items.</summary>
internal static class IndexEntries
{
    /// <summary>The attributes that it holds; null for all.</summary>
    public static IReadOnlySet<string>? Projected(DynamoTable table, TableIndex index) =>
        index.Projection.ProjectionType is "KEYS_ONLY" or "INCLUDE"
            ? table.KeySchema.Concat(index.KeySchema).Select(element => element.AttributeName)
                .Concat(index.Projection.NonKeyAttributes ?? []).ToHashSet(StringComparer.Ordinal)
            : null;

    /// <summary>What it holds of an item; null for one that has not the index's whole key, or none.</summary>
    public static Item? Of(DynamoTable table, TableIndex index, Item? item)
    {
        if (item is null || !index.KeySchema.All(element => item.ContainsKey(element.AttributeName)))
        {
            return null;
        }

        return Projected(table, index) is { } held
            ? item.Where(member => held.Contains(member.Key)).ToDictionary(StringComparer.Ordinal)
            : item;
    }
}
