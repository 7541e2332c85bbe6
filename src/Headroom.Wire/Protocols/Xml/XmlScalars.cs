using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Headroom.Wire.Descriptions;
using Headroom.Wire.Json;

namespace Headroom.Wire.Protocols.Xml;

/// <summary>Single values as text: in XML elements, forms, headers, paths and queries.</summary>
internal static class XmlScalars
{
    /// <summary>Reads the text of a shape that is a single value; what it cannot be is a problem.</summary>
    public static JsonNode? Read(Shape shape, string text, Problems problems) => shape switch
    {
        StringShape => JsonValue.Create(text),
        BlobShape => Convert.TryFromBase64String(text, new byte[text.Length], out _) ? JsonValue.Create(text) : Malformed(text, problems),
        BooleanShape => text switch
        {
            "true" or "True" or "TRUE" or "1" => JsonValue.Create(true),
            "false" or "False" or "FALSE" or "0" => JsonValue.Create(false),
            _ => Malformed(text, problems),
        },
        IntegerShape { Bits: 32 } => int.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out var number)
            ? JsonValue.Create((long)number) : Malformed(text, problems),
        IntegerShape => long.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out var number)
            ? JsonValue.Create(number) : Malformed(text, problems),
        FloatShape when text is "NaN" or "Infinity" or "-Infinity" => JsonValue.Create(text),
        FloatShape => double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number)
            ? JsonValue.Create(number) : Malformed(text, problems),
        TimestampShape => WireInstants.TryRead(text, out var instant)
            ? JsonValue.Create(Instants.Canonical(instant)) : Malformed(text, problems),
        DocumentShape => JsonValue.Create(text),
        _ => problems.Add($"Unexpected value: {text}"),
    };

    /// <summary>Writes a single value; instants in the shape's own format or the one given.</summary>
    public static string Write(Shape shape, JsonNode value, TimestampFormat format = TimestampFormat.Iso8601) => shape switch
    {
        TimestampShape timestamp => WireInstants.Write(Instants.Parse((string)value!), timestamp.Format ?? format),
        _ when value.GetValueKind() == JsonValueKind.String => (string)value!,
        _ => value.ToJsonString(),
    };

    private static JsonNode? Malformed(string text, Problems problems) => problems.Add($"Could not parse the value: {text}");
}
