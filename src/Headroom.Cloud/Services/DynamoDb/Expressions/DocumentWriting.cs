using Headroom.Wire.Shapes.DynamoDb;
using Item = System.Collections.Generic.IReadOnlyDictionary<string, Headroom.Wire.Shapes.DynamoDb.AttributeValue>;

namespace Headroom.Cloud.Services.DynamoDb.Expressions;

/// <summary>Changes a value inside an item by replacing what leads to it; everything else is shared with the item before.</summary>
internal static class DocumentWriting
{
    /// <exception cref="InvalidRequestException">What should contain the value is not there, or is no map or list.</exception>
    public static Item Put(Item item, DocumentPath document, AttributeValue value) =>
        With(item, document.Attribute, Put(item.GetValueOrDefault(document.Attribute), document.Steps, 0, value));

    /// <summary>Removes what is there; nothing where nothing is.</summary>
    /// <exception cref="InvalidRequestException">What should contain the value is not there, or is no map or list.</exception>
    public static Item Remove(Item item, DocumentPath document) =>
        document.Steps.Count == 0
            ? Without(item, document.Attribute)
            : With(item, document.Attribute, Remove(item.GetValueOrDefault(document.Attribute), document.Steps, 0));

    private static AttributeValue Put(AttributeValue? at, IReadOnlyList<PathStep> steps, int depth, AttributeValue value)
    {
        if (depth == steps.Count)
        {
            return value;
        }

        var inner = Put(DocumentPath.Step(at, steps[depth]), steps, depth + 1, value);
        return (at, steps[depth]) switch
        {
            ({ M: { } map }, { Member: { } name }) => new() { M = With(map, name, inner) },
            ({ L: { } list }, { Member: null, Index: var index }) => new()
            {
                // A write past the end appends.
                L = index < list.Count ? [.. list.Take(index), inner, .. list.Skip(index + 1)] : [.. list, inner],
            },
            _ => throw NoSuchPlace(),
        };
    }

    private static AttributeValue Remove(AttributeValue? at, IReadOnlyList<PathStep> steps, int depth)
    {
        var (step, last) = (steps[depth], depth == steps.Count - 1);
        return (at, step) switch
        {
            ({ M: { } map }, { Member: { } name }) => new() { M = last ? Without(map, name) : With(map, name, Remove(DocumentPath.Step(at, step), steps, depth + 1)) },
            ({ L: { } list }, { Member: null, Index: var index }) => new()
            {
                L = last ? [.. list.Take(index), .. list.Skip(index + 1)]
                    : [.. list.Take(index), Remove(DocumentPath.Step(at, step), steps, depth + 1), .. list.Skip(index + 1)],
            },
            _ => throw NoSuchPlace(),
        };
    }

    private static InvalidRequestException NoSuchPlace() =>
        new("The document path provided in the update expression is invalid for update");

    private static Dictionary<string, AttributeValue> With(Item members, string name, AttributeValue value) =>
        new(members, StringComparer.Ordinal) { [name] = value };

    private static Dictionary<string, AttributeValue> Without(Item members, string name) =>
        members.Where(member => member.Key != name).ToDictionary(StringComparer.Ordinal);
}
