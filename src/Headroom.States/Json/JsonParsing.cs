using System.Text;
using System.Text.Json;

namespace Headroom.States.Json;

/// <summary>JSON text to values. Depth is limited as AWS limits it: a thousand levels.</summary>
internal static class JsonParsing
{
    private static readonly JsonReaderOptions Options = new() { MaxDepth = JsonValue.MaxDepth };

    public static JsonValue Parse(ReadOnlySpan<byte> utf8)
    {
        var reader = new Utf8JsonReader(utf8, Options);
        reader.Read();
        var value = ReadValue(ref reader);
        if (reader.Read())
        {
            throw new JsonException("more than one JSON value");
        }

        return value;
    }

    private static JsonValue ReadValue(ref Utf8JsonReader reader) => reader.TokenType switch
    {
        JsonTokenType.StartObject => ReadObject(ref reader),
        JsonTokenType.StartArray => ReadArray(ref reader),
        JsonTokenType.String => new JsonString(ReadText(ref reader)),
        JsonTokenType.Number => JsonNumber.Written(Encoding.UTF8.GetString(reader.ValueSpan)),
        JsonTokenType.True => JsonBoolean.True,
        JsonTokenType.False => JsonBoolean.False,
        JsonTokenType.Null => JsonNull.Instance,
        var token => throw new JsonException($"unexpected {token}"),
    };

    private static JsonObject ReadObject(ref Utf8JsonReader reader)
    {
        var members = new JsonObjectBuilder();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
        {
            var name = ReadText(ref reader);
            reader.Read();
            members.Set(name, ReadValue(ref reader));
        }

        return members.Build();
    }

    /// <summary>A string may hold a lone surrogate escape, which is JSON but no text.</summary>
    private static string ReadText(ref Utf8JsonReader reader)
    {
        try
        {
            return reader.GetString()!;
        }
        catch (InvalidOperationException lone)
        {
            throw new JsonException("a string that is not valid Unicode", lone);
        }
    }

    private static JsonArray ReadArray(ref Utf8JsonReader reader)
    {
        var items = new List<JsonValue>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            items.Add(ReadValue(ref reader));
        }

        return items.Count == 0 ? JsonArray.Empty : new JsonArray(items.ToArray());
    }
}
