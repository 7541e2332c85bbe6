using Headroom.Wire.Shapes.DynamoDb;

namespace Headroom.Cloud.Services.DynamoDb.Expressions;

/// <summary>What a Query asks of keys: one partition, and a condition on the sort key.</summary>
/// <param name="Partition">The partition key's value.</param>
/// <param name="Sort">What must hold for the sort key; null for the whole partition.</param>
internal sealed record KeyCondition(AttributeValue Partition, ItemCondition? Sort)
{
    private const string NotSupported = "Query key condition not supported";

    /// <summary>What the sort key is compared with.</summary>
    public IEnumerable<AttributeValue> SortValues => (Sort switch
    {
        ItemCondition.Comparison comparison => [comparison.Right],
        ItemCondition.Between between => [between.Lower, between.Upper],
        ItemCondition.BeginsWith begins => [begins.Prefix],
        _ => Array.Empty<Operand>(),
    }).OfType<Operand.Literal>().Select(literal => literal.Value);

    /// <summary>Takes the condition of a KeyConditionExpression apart.</summary>
    /// <exception cref="InvalidRequestException">It is none that a Query can answer.</exception>
    public static KeyCondition Of(ItemCondition condition, string partitionKey, string? sortKey)
    {
        var terms = Terms(condition).ToList();
        var named = terms.ConvertAll(Attribute);
        if (named.Exists(name => name is not null && named.Count(other => other == name) > 1))
        {
            throw new InvalidRequestException("Invalid KeyConditionExpression: KeyConditionExpressions must only contain one condition per key");
        }

        if (sortKey is not null && terms.Count > 2)
        {
            throw new InvalidRequestException($"The number of query conditions ({terms.Count}) exceeds the number of key attributes defined in the schema (2)");
        }

        if (terms.Select(Attribute).Any(attribute => attribute is null || (attribute != partitionKey && attribute != sortKey))
            && terms.Any(term => Attribute(term) == partitionKey) && terms.Count > 1 && sortKey is not null)
        {
            throw new InvalidRequestException($"Query condition missed key schema element: {sortKey}");
        }

        var partition = terms.Where(term => Attribute(term) == partitionKey).ToList();
        var sort = terms.Where(term => Attribute(term) != partitionKey).ToList();
        return partition switch
        {
            [] => throw new InvalidRequestException($"Query condition missed key schema element: {partitionKey}"),
            [ItemCondition.Comparison { Comparator: Comparator.Equal, Right: Operand.Literal { Value: var value } }] when IsSortCondition(sort, sortKey) =>
                new(value, sort.SingleOrDefault()),
            _ => throw new InvalidRequestException(NotSupported),
        };
    }

    private static bool IsSortCondition(List<ItemCondition> conditions, string? sortKey) => conditions switch
    {
        [] => true,
        [ItemCondition.Comparison { Comparator: not Comparator.NotEqual } or ItemCondition.Between or ItemCondition.BeginsWith] => Attribute(conditions[0]) == sortKey,
        _ => false,
    };

    private static IEnumerable<ItemCondition> Terms(ItemCondition condition) => condition switch
    {
        ItemCondition.And and => Terms(and.Left).Concat(Terms(and.Right)),
        ItemCondition.Or => throw new InvalidRequestException("Invalid operator used in KeyConditionExpression: OR"),
        ItemCondition.Not => throw new InvalidRequestException("Invalid operator used in KeyConditionExpression: NOT"),
        _ => [condition],
    };

    private static string? Attribute(ItemCondition condition) => (condition switch
    {
        ItemCondition.In => throw new InvalidRequestException("Invalid operator used in KeyConditionExpression: IN"),
        ItemCondition.Comparison { Comparator: Comparator.NotEqual } => throw new InvalidRequestException("Invalid operator used in KeyConditionExpression: <>"),
        ItemCondition.Comparison comparison => comparison.Left,
        ItemCondition.Between between => between.Value,
        ItemCondition.BeginsWith begins => begins.Value,
        _ => throw new InvalidRequestException(NotSupported),
    } as Operand.Path)?.Document.Attribute;
}
