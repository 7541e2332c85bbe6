using System.Text;
using Headroom.Wire.Shapes.DynamoDb;

namespace Headroom.Cloud.Services.DynamoDb.Values;

/// <summary>Keys as text whose ordinal order is DynamoDB's: strings by UTF-8 bytes, binary by bytes, numbers by value.</summary>
internal static class KeyText
{
    public static string Sortable(AttributeValue value) => value.Type() switch
    {
        AttributeType.S => Convert.ToHexString(Encoding.UTF8.GetBytes(value.S!)),
        AttributeType.N => value.Number().ToSortableText(),
        AttributeType.B => Convert.ToHexString(value.B!),
        var type => throw new InvalidOperationException($"{type} is no key type"),
    };
}
