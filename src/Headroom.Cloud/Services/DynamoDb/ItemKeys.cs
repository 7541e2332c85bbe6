using System.Text;
using Headroom.Cloud.Services.DynamoDb.Expressions;
using Headroom.Cloud.Services.DynamoDb.Values;
using Headroom.Wire.Shapes.DynamoDb;
using Item = System.Collections.Generic.IReadOnlyDictionary<string, Headroom.Wire.Shapes.DynamoDb.AttributeValue>;

namespace Headroom.Cloud.Services.DynamoDb;

/// <summary>Key schemas, and the place of an item in a table or index as text whose order is DynamoDB's.</summary>
internal static class ItemKeys
{
    /// <summary>Bytes (https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Constraints.html).</summary>
    private const int LongestPartitionKey = 2048;
    private const int LongestSortKey = 1024;

    public static string PartitionKey(this IReadOnlyList<KeySchemaElement> schema) =>
        schema.Single(element => element.KeyType == "HASH").AttributeName;

    public static string? SortKey(this IReadOnlyList<KeySchemaElement> schema) =>
        schema.SingleOrDefault(element => element.KeyType == "RANGE")?.AttributeName;

    /// <summary>The prefix that all items of a table share.</summary>
    public static string OfTable(DynamoTable table) => table.Name + '\n';

    /// <summary>The place of the item with this key.</summary>
    public static string Of(DynamoTable table, Item key) => OfTable(table) + Place(table.KeySchema, key);

    /// <summary>The place within a table or index.</summary>
    public static string Place(IReadOnlyList<KeySchemaElement> schema, Item item)
    {
        var sort = schema.SortKey() is { } name ? KeyText.Sortable(item[name]) : "";
        return $"{KeyText.Sortable(item[schema.PartitionKey()])}\n{sort}";
    }

    /// <summary>The key attributes of an item.</summary>
    public static Item KeyOf(IReadOnlyList<KeySchemaElement> schema, Item item) =>
        schema.ToDictionary(element => element.AttributeName, element => item[element.AttributeName], StringComparer.Ordinal);

    /// <summary>A key as a request gives it.</summary>
    /// <exception cref="InvalidRequestException">It is not exactly the table's key.</exception>
    public static Item Checked(DynamoTable table, Item key)
    {
        var normal = ValueRules.Checked(key);
        if (normal.Count != table.KeySchema.Count
            || table.KeySchema.Any(element => !normal.TryGetValue(element.AttributeName, out var value) || $"{value.Type()}" != TypeOf(table, element.AttributeName)))
        {
            throw new InvalidRequestException("The provided key element does not match the schema") { IsOfItem = true };
        }

        DemandUsable(table, normal);
        return normal;
    }

    /// <summary>Where a page begins, as a request gives it: the key of the table and, in an index, the index's.</summary>
    /// <exception cref="InvalidRequestException">It is not exactly that.</exception>
    public static Item? StartKey(DynamoTable table, TableIndex? index, Item? given)
    {
        if (given is null)
        {
            return null;
        }

        var names = table.KeySchema.Concat(index?.KeySchema ?? []).Select(element => element.AttributeName).Distinct().ToList();
        var key = ValueRules.Checked(given);
        return key.Count == names.Count && names.All(name => key.TryGetValue(name, out var value) && $"{value.Type()}" == TypeOf(table, name))
            ? key
            : throw new InvalidRequestException("The provided starting key is invalid: The provided key element does not match the schema");
    }

    /// <summary>Demands that a key is asked for by values that it can have.</summary>
    /// <exception cref="InvalidRequestException">One is of another type.</exception>
    public static void DemandTypes(DynamoTable table, string attribute, IEnumerable<AttributeValue> values)
    {
        if (values.Any(value => $"{value.Type()}" != TypeOf(table, attribute)))
        {
            throw new InvalidRequestException("One or more parameter values were invalid: Condition parameter type does not match schema type");
        }
    }

    /// <summary>Demands of a whole item that it has the table's key, and that what indexes use as a key can be one.</summary>
    /// <exception cref="InvalidRequestException">It does not.</exception>
    public static void DemandKeys(DynamoTable table, Item item)
    {
        const string Invalid = "One or more parameter values were invalid: ";
        foreach (var name in table.KeySchema.Select(element => element.AttributeName))
        {
            if (!item.TryGetValue(name, out var value))
            {
                throw new InvalidRequestException($"{Invalid}Missing the key {name} in the item") { IsOfItem = true };
            }

            if ($"{value.Type()}" != TypeOf(table, name))
            {
                throw new InvalidRequestException($"{Invalid}Type mismatch for key {name} expected: {TypeOf(table, name)} actual: {value.Type()}") { IsOfItem = true };
            }
        }

        DemandUsable(table, item);
        foreach (var (index, name) in IndexKeys(table))
        {
            if (item.TryGetValue(name, out var value) && $"{value.Type()}" != TypeOf(table, name))
            {
                throw new InvalidRequestException(
                    $"{Invalid}Type mismatch for Index Key {name} Expected: {TypeOf(table, name)} Actual: {value.Type()} IndexName: {index}")
                { IsOfItem = true };
            }
        }
    }

    /// <summary>Demands of an item that is put that no index's key is empty; an attribute that is absent only keeps it out of the index.</summary>
    /// <exception cref="InvalidRequestException">One is.</exception>
    public static void DemandIndexKeys(DynamoTable table, Item item)
    {
        if (IndexKeys(table).FirstOrDefault(key => IsEmpty(item.GetValueOrDefault(key.Attribute))) is { Attribute: { } name } found)
        {
            throw new InvalidRequestException(
                "One or more parameter values are not valid. A value specified for a secondary index key is not supported. "
                + $"{NotEmpty(item[name])} IndexName: {found.Index}, IndexKey: {name}");
        }
    }

    /// <summary>Demands of an update that it gives no index's key an empty value.</summary>
    /// <exception cref="InvalidRequestException">It does.</exception>
    public static void DemandIndexKeys(DynamoTable table, UpdateExpression update)
    {
        var keys = IndexKeys(table).Select(key => key.Attribute).ToHashSet(StringComparer.Ordinal);
        var empty = update.Actions.OfType<UpdateAction.Set>()
            .Where(set => set.Document.Steps.Count == 0 && keys.Contains(set.Document.Attribute))
            .Select(set => (set.Value as Operand.Literal)?.Value)
            .FirstOrDefault(IsEmpty);
        if (empty is not null)
        {
            throw new InvalidRequestException(
                "One or more parameter values are not valid. The update expression attempted to update a secondary index key to a value that is not "
                + $"supported. {NotEmpty(empty)}");
        }
    }

    /// <summary>Demands that a value that a key is asked for by is not empty.</summary>
    /// <exception cref="InvalidRequestException">It is.</exception>
    public static void DemandNotEmpty(string attribute, AttributeValue value)
    {
        if (IsEmpty(value))
        {
            throw new InvalidRequestException($"One or more parameter values are not valid. {NotEmpty(value)} Key: {attribute}");
        }
    }

    private static string TypeOf(DynamoTable table, string attribute) =>
        table.AttributeDefinitions.Single(definition => definition.AttributeName == attribute).AttributeType;

    private static IEnumerable<(string Index, string Attribute)> IndexKeys(DynamoTable table) =>
        table.Indexes.SelectMany(index => index.KeySchema.Select(element => (index.Name, element.AttributeName)));

    private static void DemandUsable(DynamoTable table, Item item)
    {
        foreach (var element in table.KeySchema)
        {
            DemandNotEmpty(element.AttributeName, item[element.AttributeName]);
        }

        DemandSize(item[table.KeySchema.PartitionKey()], LongestPartitionKey, $"Size of hashkey has exceeded the maximum size limit of{LongestPartitionKey} bytes");
        if (table.KeySchema.SortKey() is { } sort)
        {
            DemandSize(item[sort], LongestSortKey, $"Aggregated size of all range keys has exceeded the size limit of {LongestSortKey} bytes");
        }
    }

    private static void DemandSize(AttributeValue key, int most, string message)
    {
        if ((key.S is { } text ? Encoding.UTF8.GetByteCount(text) : key.B?.Length) > most)
        {
            throw new InvalidRequestException($"One or more parameter values were invalid: {message}");
        }
    }

    private static bool IsEmpty(AttributeValue? value) => value is { S: "" } or { B.Length: 0 };

    private static string NotEmpty(AttributeValue value) =>
        $"The AttributeValue for a key attribute cannot contain an empty {(value.S is not null ? "string" : "binary")} value.";
}
