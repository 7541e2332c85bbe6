using Headroom.Wire.Shapes.DynamoDb;
using Item = System.Collections.Generic.IReadOnlyDictionary<string, Headroom.Wire.Shapes.DynamoDb.AttributeValue>;

namespace Headroom.Cloud.Services.DynamoDb.Values;

/// <summary>What attribute values are and how they compare.</summary>
internal static class AttributeValues
{
    public static AttributeType Type(this AttributeValue value) => value switch
    {
        { S: not null } => AttributeType.S,
        { N: not null } => AttributeType.N,
        { B: not null } => AttributeType.B,
        { SS: not null } => AttributeType.SS,
        { NS: not null } => AttributeType.NS,
        { BS: not null } => AttributeType.BS,
        { M: not null } => AttributeType.M,
        { L: not null } => AttributeType.L,
        { NULL: not null } => AttributeType.NULL,
        { BOOL: not null } => AttributeType.BOOL,
        _ => throw new InvalidRequestException("Supplied AttributeValue is empty, must contain exactly one of the supported datatypes"),
    };

    public static DynamoNumber Number(this AttributeValue value) => DynamoNumber.Parse(value.N!);

    /// <summary>Whether both are of one type and equal by content: numbers by value, sets without order.</summary>
    public static bool Same(AttributeValue left, AttributeValue right) => left.Type() == right.Type() && left.Type() switch
    {
        AttributeType.S => left.S == right.S,
        AttributeType.N => left.Number() == right.Number(),
        AttributeType.B => left.B!.AsSpan().SequenceEqual(right.B),
        AttributeType.SS or AttributeType.NS or AttributeType.BS => SetKeys(left).SetEquals(SetKeys(right)),
        AttributeType.M => Same(left.M!, right.M!),
        AttributeType.L => left.L!.Count == right.L!.Count && left.L.Zip(right.L).All(pair => Same(pair.First, pair.Second)),
        AttributeType.NULL => true,
        AttributeType.BOOL => left.BOOL == right.BOOL,
        _ => throw new InvalidOperationException($"No such type: {left.Type()}"),
    };

    public static bool Same(Item left, Item right) =>
        left.Count == right.Count && left.All(member => right.TryGetValue(member.Key, out var other) && Same(member.Value, other));

    /// <summary>Which comes first; null where the two are not of one ordered type (S, N, B).</summary>
    public static int? Compare(AttributeValue left, AttributeValue right) => (left.Type(), right.Type()) switch
    {
        (AttributeType.S, AttributeType.S) => string.CompareOrdinal(KeyText.Sortable(left), KeyText.Sortable(right)),
        (AttributeType.N, AttributeType.N) => left.Number().CompareTo(right.Number()),
        (AttributeType.B, AttributeType.B) => left.B!.AsSpan().SequenceCompareTo(right.B),
        _ => null,
    };

    /// <summary>What <c>size()</c> gives: characters, bytes or elements; null for types that have no size.</summary>
    public static int? Size(this AttributeValue value) => value.Type() switch
    {
        AttributeType.S => value.S!.EnumerateRunes().Count(),
        AttributeType.B => value.B!.Length,
        AttributeType.SS => value.SS!.Count,
        AttributeType.NS => value.NS!.Count,
        AttributeType.BS => value.BS!.Count,
        AttributeType.M => value.M!.Count,
        AttributeType.L => value.L!.Count,
        _ => null,
    };

    /// <summary>The elements of a set as single values; empty for other types.</summary>
    public static IEnumerable<AttributeValue> Elements(this AttributeValue set) =>
        (set.SS ?? []).Select(text => new AttributeValue { S = text })
        .Concat((set.NS ?? []).Select(number => new AttributeValue { N = number }))
        .Concat((set.BS ?? []).Select(bytes => new AttributeValue { B = bytes }));

    /// <summary>A set of the same type with these elements; null where there are none, since a set is never empty.</summary>
    public static AttributeValue? SetOf(AttributeType type, IEnumerable<AttributeValue> elements)
    {
        var kept = elements.ToList();
        return kept.Count == 0 ? null : type switch
        {
            AttributeType.SS => new() { SS = kept.ConvertAll(element => element.S!) },
            AttributeType.NS => new() { NS = kept.ConvertAll(element => element.N!) },
            AttributeType.BS => new() { BS = kept.ConvertAll(element => element.B!) },
            _ => throw new InvalidOperationException($"{type} is no set"),
        };
    }

    private static HashSet<string> SetKeys(AttributeValue set) => set.Elements().Select(KeyText.Sortable).ToHashSet(StringComparer.Ordinal);
}
