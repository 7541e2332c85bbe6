using Headroom.Cloud.Services.DynamoDb.Values;
using Headroom.Wire.Shapes.DynamoDb;
using Item = System.Collections.Generic.IReadOnlyDictionary<string, Headroom.Wire.Shapes.DynamoDb.AttributeValue>;

namespace Headroom.Cloud.Services.DynamoDb.Expressions;

/// <summary>
/// Whether a condition holds for an item. A comparison with an attribute that is absent, or of another type, is false; only
/// <c>&lt;&gt;</c> is true then.
/// </summary>
internal static class ConditionEvaluation
{
    public static bool Holds(this ItemCondition condition, Item item) => condition switch
    {
        ItemCondition.Or or => or.Left.Holds(item) || or.Right.Holds(item),
        ItemCondition.And and => and.Left.Holds(item) && and.Right.Holds(item),
        ItemCondition.Not not => !not.Negated.Holds(item),
        ItemCondition.Exists exists => exists.Document.Find(item) is not null,
        ItemCondition.Comparison comparison => Compare(Value(comparison.Left, item), comparison.Comparator, Value(comparison.Right, item)),
        ItemCondition.Between between => Value(between.Value, item) is var value
            && Compare(Value(between.Lower, item), Comparator.LessOrEqual, value)
            && Compare(value, Comparator.LessOrEqual, Value(between.Upper, item)),
        ItemCondition.In among => Value(among.Value, item) is var value
            && among.Candidates.Any(candidate => Compare(value, Comparator.Equal, Value(candidate, item))),
        ItemCondition.HasType typed => Value(typed.Value, item)?.Type() == typed.Type,
        ItemCondition.BeginsWith begins => BeginsWith(Value(begins.Value, item), Value(begins.Prefix, item)),
        ItemCondition.Contains contains => Contains(Value(contains.Value, item), Value(contains.Part, item)),
        _ => throw new InvalidOperationException($"A condition of an unknown kind: {condition}"),
    };

    private static AttributeValue? Value(Operand operand, Item item) => operand switch
    {
        Operand.Literal literal => literal.Value,
        Operand.Path path => path.Document.Find(item),
        Operand.Size size => Value(size.Of, item)?.Size() is { } length ? new AttributeValue { N = $"{length}" } : null,
        _ => throw new InvalidOperationException($"No operand of a condition: {operand}"),
    };

    private static bool Compare(AttributeValue? left, Comparator comparator, AttributeValue? right)
    {
        if (comparator is Comparator.Equal or Comparator.NotEqual)
        {
            var equal = left is not null && right is not null && AttributeValues.Same(left, right);
            return equal == (comparator is Comparator.Equal);
        }

        return left is not null && right is not null && AttributeValues.Compare(left, right) is { } order && comparator switch
        {
            Comparator.Less => order < 0,
            Comparator.LessOrEqual => order <= 0,
            Comparator.Greater => order > 0,
            _ => order >= 0,
        };
    }

    private static bool BeginsWith(AttributeValue? value, AttributeValue? prefix) => (value, prefix) switch
    {
        ({ S: { } text }, { S: { } start }) => text.StartsWith(start, StringComparison.Ordinal),
        ({ B: { } bytes }, { B: { } start }) => bytes.AsSpan().StartsWith(start),
        _ => false,
    };

    private static bool Contains(AttributeValue? value, AttributeValue? part) => (value, part) switch
    {
        (null, _) or (_, null) => false,
        ({ S: { } text }, { S: { } sought }) => text.Contains(sought, StringComparison.Ordinal),
        ({ B: { } bytes }, { B: { } sought }) => bytes.AsSpan().IndexOf(sought) >= 0,
        ({ L: { } list }, _) => list.Any(element => AttributeValues.Same(element, part)),
        _ => value.Elements().Any(element => AttributeValues.Same(element, part)),
    };
}
