using System.Text.Json;
using System.Text.Json.Nodes;
using Headroom.Wire.Descriptions;

namespace Headroom.Wire.Validation;

/// <summary>Whether a value is of the kind that its shape is, whatever else the shape asks of it.</summary>
internal static class Kinds
{
    /// <summary>What the value must be where it is of another kind; null where it fits.</summary>
    internal static string? Wanted(Shape shape, JsonNode value) => (shape, value.GetValueKind()) switch
    {
        (StructureShape or MapShape, not JsonValueKind.Object) => "Member must be an object",
        (ListShape, not JsonValueKind.Array) => "Member must be a list",
        (StringShape, not JsonValueKind.String) => "Member must be a string",
        (IntegerShape, not JsonValueKind.Number) => "Member must be a whole number",
        (FloatShape, not (JsonValueKind.Number or JsonValueKind.String)) => "Member must be a number",
        (BooleanShape, not (JsonValueKind.True or JsonValueKind.False)) => "Member must be true or false",
        _ => null,
    };
}
