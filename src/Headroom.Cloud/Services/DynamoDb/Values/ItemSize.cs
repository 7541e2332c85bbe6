using System.Text;
using Headroom.Wire.Shapes.DynamoDb;
using Item = System.Collections.Generic.IReadOnlyDictionary<string, Headroom.Wire.Shapes.DynamoDb.AttributeValue>;

namespace Headroom.Cloud.Services.DynamoDb.Values;

/// <summary>
/// How large items are, in bytes
/// (<see href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/CapacityUnitCalculations.html">item sizes</see>).
/// </summary>
internal static class ItemSize
{
    /// <summary>The largest item: 400 KiB.</summary>
    public const int Limit = 400 * 1024;

    private const int CollectionOverhead = 3;

    public static int Of(Item item) => item.Sum(member => Encoding.UTF8.GetByteCount(member.Key) + Of(member.Value));

    private static int Of(AttributeValue value) => value.Type() switch
    {
        AttributeType.S => Encoding.UTF8.GetByteCount(value.S!),
        AttributeType.N => value.Number().Size,
        AttributeType.B => value.B!.Length,
        AttributeType.SS or AttributeType.NS or AttributeType.BS => value.Elements().Sum(Of),
        AttributeType.M => CollectionOverhead + value.M!.Count + Of(value.M!),
        AttributeType.L => CollectionOverhead + value.L!.Count + value.L!.Sum(Of),
        AttributeType.NULL or AttributeType.BOOL => 1,
        _ => throw new InvalidOperationException($"No such type: {value.Type()}"),
    };
}
