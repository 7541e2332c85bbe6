using System.Formats.Cbor;
using System.Text.Json.Nodes;
using Headroom.Wire.Descriptions;
using Headroom.Wire.Json;

namespace Headroom.Wire.Protocols.Cbor;

/// <summary>
/// Reads CBOR into the canonical form. Members that the shape does not have are skipped and nulls are as good as absent. What is
/// of another type than the shape's throws as malformed CBOR does, and <see cref="RpcV2CborProtocol"/> makes one error of both.
/// </summary>
internal static class CborBodyReader
{
    public static JsonNode? Read(CborReader reader, Shape shape)
    {
        if (reader.PeekState() is CborReaderState.Null or CborReaderState.SimpleValue)
        {
            reader.SkipValue();
            return null;
        }

        return shape switch
        {
            StructureShape structure => Map(reader, name => structure.MemberNamed(name)?.Shape),
            MapShape map => Map(reader, _ => map.Value.Shape),
            ListShape list => List(reader, list),
            BlobShape => JsonValue.Create(Convert.ToBase64String(reader.ReadByteString())),
            TimestampShape => Timestamp(reader),
            FloatShape => Float(Number(reader)),
            IntegerShape => JsonValue.Create(Integer(reader)),
            BooleanShape => JsonValue.Create(reader.ReadBoolean()),
            _ => JsonValue.Create(reader.ReadTextString()),
        };
    }

    private static JsonObject Map(CborReader reader, Func<string, Shape?> shapeOf)
    {
        var result = new JsonObject();
        reader.ReadStartMap();
        while (reader.PeekState() != CborReaderState.EndMap)
        {
            var name = reader.ReadTextString();
            if (shapeOf(name) is not { } shape)
            {
                reader.SkipValue();
            }
            else if (Read(reader, shape) is { } value)
            {
                result[name] = value;
            }
        }

        reader.ReadEndMap();
        return result;
    }

    private static JsonArray List(CborReader reader, ListShape shape)
    {
        var result = new JsonArray();
        reader.ReadStartArray();
        while (reader.PeekState() != CborReaderState.EndArray)
        {
            if (Read(reader, shape.Element.Shape) is { } value)
            {
                result.Add(value);
            }
        }

        reader.ReadEndArray();
        return result;
    }

    private static JsonValue Timestamp(CborReader reader)
    {
        if (reader.ReadTag() != CborTag.UnixTimeSeconds)
        {
            throw new CborContentException("an instant must have tag 1");
        }

        return JsonValue.Create(Instants.Canonical(DateTimeOffset.UnixEpoch.AddMilliseconds(Math.Round(Number(reader) * 1000))));
    }

    private static JsonValue Float(double number) =>
        double.IsFinite(number) ? JsonValue.Create(number) : JsonValue.Create(double.IsNaN(number) ? "NaN" : number > 0 ? "Infinity" : "-Infinity");

    private static double Number(CborReader reader) => reader.PeekState() switch
    {
        CborReaderState.UnsignedInteger or CborReaderState.NegativeInteger => reader.ReadInt64(),
        CborReaderState.HalfPrecisionFloat => (double)reader.ReadHalf(),
        _ => reader.ReadDouble(),
    };

    // Clients whose language has one number type write 5.0 for 5.
    private static long Integer(CborReader reader) =>
        reader.PeekState() is CborReaderState.UnsignedInteger or CborReaderState.NegativeInteger ? reader.ReadInt64() : (long)Number(reader);
}
