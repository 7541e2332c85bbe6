using Headroom.Cloud.Services.DynamoDb.Values;
using Headroom.Wire.Shapes.DynamoDb;
using Item = System.Collections.Generic.IReadOnlyDictionary<string, Headroom.Wire.Shapes.DynamoDb.AttributeValue>;

namespace Headroom.Cloud.Services.DynamoDb.Expressions;

/// <summary>Applies an update expression: every value is computed from the item as it was before, then all actions are done.</summary>
internal static class UpdateEvaluation
{
    /// <exception cref="InvalidRequestException">A value is of the wrong type, or a path leads nowhere.</exception>
    public static Item Apply(this UpdateExpression update, Item before)
    {
        var changes = update.Actions.Select(action => (action.Document, Value: NewValue(action, before))).ToList();
        var after = changes.Where(change => change.Value is not null)
            .OrderBy(change => change.Document.Steps is [.., { Member: null } last] ? last.Index : 0)
            .Aggregate(before, (item, change) => DocumentWriting.Put(item, change.Document, change.Value!));

        // From the end of each list, so that the indexes still mean what they meant in the item as it was.
        return changes.Where(change => change.Value is null)
            .OrderByDescending(change => change.Document.Steps is [.., { Member: null } last] ? last.Index : 0)
            .Aggregate(after, (item, change) => DocumentWriting.Remove(item, change.Document));
    }

    private static AttributeValue? NewValue(UpdateAction action, Item before) => (action, action.Document.Find(before)) switch
    {
        (UpdateAction.Set set, _) => Value(set.Value, before),
        (UpdateAction.Remove, _) => null,
        (UpdateAction.Add { Value: var added }, null) => added,
        (UpdateAction.Add { Value: { N: not null } added }, { N: not null } present) =>
            new AttributeValue { N = (present.Number() + added.Number()).ToString() },
        (UpdateAction.Add { Value: var added }, var present) when present.Type() == added.Type() =>
            AttributeValues.SetOf(added.Type(), present.Elements().Concat(added.Elements().Where(element => !Has(present, element)))),
        (UpdateAction.Delete, null) => null,
        (UpdateAction.Delete { Value: var deleted }, var present) when present.Type() == deleted.Type() =>
            AttributeValues.SetOf(deleted.Type(), present.Elements().Where(element => !Has(deleted, element))),
        _ => throw new InvalidRequestException("An operand in the update expression has an incorrect data type"),
    };

    private static bool Has(AttributeValue set, AttributeValue element) =>
        set.Elements().Any(other => AttributeValues.Same(other, element));

    private static AttributeValue Value(Operand operand, Item before) => operand switch
    {
        Operand.Literal literal => literal.Value,
        Operand.Path path => path.Document.Find(before)
            ?? throw new InvalidRequestException("The provided expression refers to an attribute that does not exist in the item"),
        Operand.IfNotExists fallback => fallback.Document.Find(before) ?? Value(fallback.Otherwise, before),
        Operand.ListAppend append => (Value(append.First, before), Value(append.Second, before)) is ({ L: { } first }, { L: { } second })
            ? new AttributeValue { L = [.. first, .. second] }
            : throw WrongType(),
        Operand.Arithmetic sum => (Value(sum.Left, before), Value(sum.Right, before)) is ({ N: not null } left, { N: not null } right)
            ? new AttributeValue { N = (sum.Subtracts ? left.Number() - right.Number() : left.Number() + right.Number()).ToString() }
            : throw WrongType(),
        _ => throw new InvalidOperationException($"No operand of an update: {operand}"),
    };

    private static InvalidRequestException WrongType() => new("An operand in the update expression has an incorrect data type");
}
