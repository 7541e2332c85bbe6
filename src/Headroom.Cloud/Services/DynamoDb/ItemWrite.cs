using Headroom.Cloud.Kernel;
using Headroom.Cloud.Services.DynamoDb.Expressions;
using Headroom.Cloud.Services.DynamoDb.Values;
using Item = System.Collections.Generic.IReadOnlyDictionary<string, Headroom.Wire.Shapes.DynamoDb.AttributeValue>;

namespace Headroom.Cloud.Services.DynamoDb;

/// <summary>One write, checked as far as that goes without the item: alone, in a batch or in a transaction.</summary>
/// <param name="Table">The table.</param>
/// <param name="Key">The item's key.</param>
/// <param name="Condition">What must hold of the item (of an empty one, where there is none); null for nothing.</param>
/// <param name="Change">What becomes of the item: from what stands there (or null) to what shall (or null).</param>
internal sealed record ItemWrite(DynamoTable Table, Item Key, ItemCondition? Condition, Func<Item?, Item?> Change)
{
    private static readonly Item Nothing = new Dictionary<string, Headroom.Wire.Shapes.DynamoDb.AttributeValue>();

    /// <summary>Where the item is.</summary>
    public string Place { get; } = ItemKeys.Of(Table, Key);

    public static ItemWrite Put(DynamoTable table, Item item, ItemCondition? condition = null)
    {
        var normal = ValueRules.Checked(item);
        ItemKeys.DemandKeys(table, normal);
        ItemKeys.DemandIndexKeys(table, normal);
        DemandSize(normal, "Item size has exceeded the maximum allowed size");
        return new(table, ItemKeys.KeyOf(table.KeySchema, normal), condition, _ => normal);
    }

    public static ItemWrite Delete(DynamoTable table, Item key, ItemCondition? condition = null) =>
        new(table, ItemKeys.Checked(table, key), condition, _ => null);

    public static ItemWrite Check(DynamoTable table, Item key, ItemCondition condition) =>
        new(table, ItemKeys.Checked(table, key), condition, item => item);

    /// <summary>An update makes the item where there is none.</summary>
    public static ItemWrite Update(DynamoTable table, Item key, UpdateExpression? update, ItemCondition? condition = null)
    {
        var normal = ItemKeys.Checked(table, key);
        if (update?.Actions.FirstOrDefault(action => normal.ContainsKey(action.Document.Attribute)) is { Document.Attribute: var attribute })
        {
            throw new InvalidRequestException(
                $"One or more parameter values were invalid: Cannot update attribute {attribute}. This attribute is part of the key");
        }

        if (update is not null)
        {
            ItemKeys.DemandIndexKeys(table, update);
        }

        return new(table, normal, condition, before =>
        {
            var after = update is null ? before ?? normal : update.Apply(before ?? normal);
            ItemKeys.DemandKeys(table, after);
            DemandSize(after, "Item size to update has exceeded the maximum allowed size");
            return after;
        });
    }

    /// <summary>The item as it stands, or null.</summary>
    public Item? Current(Step step) => step.Table(DynamoDbState.Items).Find(Place)?.Attributes;

    public bool ConditionHolds(Item? current) => Condition is null || Condition.Holds(current ?? Nothing);

    /// <summary>Writes, and says what stands there now.</summary>
    public Item? Apply(Step step)
    {
        var after = Change(Current(step));
        if (after is null)
        {
            step.Table(DynamoDbState.Items).Remove(Place);
        }
        else
        {
            step.Table(DynamoDbState.Items).Put(Place, new(after));
        }

        return after;
    }

    private static void DemandSize(Item item, string message)
    {
        if (ItemSize.Of(item) > ItemSize.Limit)
        {
            throw new InvalidRequestException(message);
        }
    }
}
