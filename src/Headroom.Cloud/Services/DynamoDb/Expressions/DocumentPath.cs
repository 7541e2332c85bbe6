using Headroom.Cloud.Services.DynamoDb.Values;
using Headroom.Wire.Shapes.DynamoDb;
using Item = System.Collections.Generic.IReadOnlyDictionary<string, Headroom.Wire.Shapes.DynamoDb.AttributeValue>;

namespace Headroom.Cloud.Services.DynamoDb.Expressions;

/// <summary>One step of a path: a member of a map, or an element of a list.</summary>
internal readonly record struct PathStep(string? Member, int Index);

/// <summary>Where in an item: an attribute, or something inside one (<c>a.b[1]</c>).</summary>
internal sealed record DocumentPath(string Attribute, IReadOnlyList<PathStep> Steps)
{
    /// <summary>The value there, or null.</summary>
    public AttributeValue? Find(Item item)
    {
        var value = item.GetValueOrDefault(Attribute);
        foreach (var step in Steps)
        {
            value = Step(value, step);
        }

        return value;
    }

    /// <summary>What stands at a step of a value, or null.</summary>
    public static AttributeValue? Step(AttributeValue? value, PathStep step) => (value, step) switch
    {
        ({ M: { } map }, { Member: { } name }) => map.GetValueOrDefault(name),
        ({ L: { } list }, { Member: null }) when step.Index < list.Count => list[step.Index],
        _ => null,
    };

    /// <summary>Whether one path leads through, or to, the other.</summary>
    public bool Overlaps(DocumentPath other) =>
        Attribute == other.Attribute && Steps.Zip(other.Steps).All(pair => pair.First == pair.Second);

    /// <summary>Whether the paths disagree about what some value is: one takes it for a map, the other for a list.</summary>
    public bool Conflicts(DocumentPath other) =>
        Attribute == other.Attribute
        && Steps.Zip(other.Steps).SkipWhile(pair => pair.First == pair.Second).FirstOrDefault() is var (mine, theirs)
        && mine != theirs
        && mine.Member is null != theirs.Member is null;

    public bool Equals(DocumentPath? other) => other is not null && Attribute == other.Attribute && Steps.SequenceEqual(other.Steps);

    public override int GetHashCode() => HashCode.Combine(Attribute, Steps.Count);

    /// <summary>As messages show it: <c>[a, b, [1]]</c>.</summary>
    public override string ToString() =>
        $"[{string.Join(", ", Steps.Select(step => step.Member ?? $"[{step.Index}]").Prepend(Attribute))}]";
}
