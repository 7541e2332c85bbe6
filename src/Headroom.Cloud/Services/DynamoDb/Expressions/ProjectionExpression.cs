using Headroom.Wire.Shapes.DynamoDb;
using Item = System.Collections.Generic.IReadOnlyDictionary<string, Headroom.Wire.Shapes.DynamoDb.AttributeValue>;

namespace Headroom.Cloud.Services.DynamoDb.Expressions;

/// <summary>The parts of an item that are asked for.</summary>
internal sealed record ProjectionExpression(IReadOnlyList<DocumentPath> Documents)
{
    /// <summary>The item with nothing but those parts, in the maps and lists that contain them; list elements close ranks.</summary>
    public Item Of(Item item)
    {
        var kept = new Dictionary<string, AttributeValue>(StringComparer.Ordinal);
        foreach (var group in Documents.GroupBy(document => document.Attribute))
        {
            if (item.TryGetValue(group.Key, out var value) && Keep(value, [.. group.Select(document => document.Steps)], 0) is { } part)
            {
                kept.Add(group.Key, part);
            }
        }

        return kept;
    }

    private static AttributeValue? Keep(AttributeValue value, IReadOnlyList<IReadOnlyList<PathStep>> paths, int depth)
    {
        if (paths.Any(path => path.Count == depth))
        {
            return value;
        }

        var parts = paths.GroupBy(path => path[depth])
            .Select(group => (Step: group.Key, Value: DocumentPath.Step(value, group.Key) is { } inner ? Keep(inner, [.. group], depth + 1) : null))
            .Where(part => part.Value is not null)
            .ToList();
        return parts.Count == 0 ? null
            : value.M is not null ? new() { M = parts.ToDictionary(part => part.Step.Member!, part => part.Value!, StringComparer.Ordinal) }
            : new() { L = [.. parts.OrderBy(part => part.Step.Index).Select(part => part.Value!)] };
    }
}
