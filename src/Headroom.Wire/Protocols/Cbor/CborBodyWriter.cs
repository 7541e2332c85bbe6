using System.Formats.Cbor;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Headroom.Wire.Descriptions;
using Headroom.Wire.Json;

namespace Headroom.Wire.Protocols.Cbor;

/// <summary>Writes the canonical form as CBOR: blobs as byte strings, instants as tag 1 with seconds since 1970.</summary>
internal static class CborBodyWriter
{
    /// <exception cref="ArgumentException">The value has a member that the shape does not have.</exception>
    public static void Write(CborWriter writer, Shape shape, JsonNode value)
    {
        switch (shape)
        {
            case StructureShape structure:
                Map(writer, value.AsObject(), name => (structure.MemberNamed(name)
                    ?? throw new ArgumentException($"{shape.Name} has no member {name}", nameof(value))).Shape);
                break;
            case MapShape map:
                Map(writer, value.AsObject(), _ => map.Value.Shape);
                break;
            case ListShape list:
                writer.WriteStartArray(value.AsArray().Count);
                foreach (var element in value.AsArray())
                {
                    Write(writer, list.Element.Shape, element!);
                }

                writer.WriteEndArray();
                break;
            case BlobShape:
                writer.WriteByteString(Convert.FromBase64String((string)value!));
                break;
            case TimestampShape:
                writer.WriteTag(CborTag.UnixTimeSeconds);
                writer.WriteDouble((double)WireInstants.Seconds(Instants.Parse((string)value!)));
                break;
            case FloatShape:
                writer.WriteDouble(value.GetValueKind() == JsonValueKind.String
                    ? (string)value! switch { "NaN" => double.NaN, "Infinity" => double.PositiveInfinity, _ => double.NegativeInfinity }
                    : double.Parse(value.ToJsonString(), CultureInfo.InvariantCulture));
                break;
            case IntegerShape:
                writer.WriteInt64(long.Parse(value.ToJsonString(), CultureInfo.InvariantCulture));
                break;
            case BooleanShape:
                writer.WriteBoolean((bool)value);
                break;
            default:
                writer.WriteTextString((string)value!);
                break;
        }
    }

    private static void Map(CborWriter writer, JsonObject entries, Func<string, Shape> shapeOf)
    {
        var given = entries.Where(entry => entry.Value is not null).ToList();
        writer.WriteStartMap(given.Count);
        foreach (var (name, value) in given)
        {
            writer.WriteTextString(name);
            Write(writer, shapeOf(name), value!);
        }

        writer.WriteEndMap();
    }
}
