using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.Text;
using System.Text.Json;

namespace Headroom.States.Json;

/// <summary>
/// One immutable JSON value. Values are shared, never copied: replacing one member of an object leaves the others as they are.
/// Equality is by content: <c>1</c> equals <c>1.0</c>, the order of an object's members carries no meaning.
/// </summary>
public abstract class JsonValue : IEquatable<JsonValue>
{
    /// <summary>How many arrays and objects may be inside one another in a text that is read.</summary>
    internal const int MaxDepth = 1000;

    private static readonly SearchValues<char> OneByteEach = SearchValues.Create(
        [.. Enumerable.Range(' ', 127 - ' ').Select(code => (char)code).Where(c => c is not ('"' or '\\'))]);

    private static readonly JsonWriterOptions Compact = new()
    {
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        MaxDepth = 4 * MaxDepth,
    };

    /// <summary>Reads one JSON text.</summary>
    /// <exception cref="JsonException">The text is no JSON.</exception>
    public static JsonValue Parse(string json) => JsonParsing.Parse(Encoding.UTF8.GetBytes(json));

    /// <summary>Reads one JSON text, or says that it is none.</summary>
    public static bool TryParse(string json, [NotNullWhen(true)] out JsonValue? value)
    {
        try
        {
            value = Parse(json);
            return true;
        }
        catch (JsonException)
        {
            value = null;
            return false;
        }
    }

    /// <summary>The value of a parsed document's element.</summary>
    public static JsonValue From(JsonElement element) => Parse(element.GetRawText());

    /// <summary>The JSON <c>null</c>.</summary>
    public static JsonValue Null => JsonNull.Instance;

    /// <summary>A JSON string.</summary>
    public static JsonValue From(string value) => new JsonString(value);

    /// <summary>A JSON number.</summary>
    public static JsonValue From(long value) => JsonNumber.Of(value);

    /// <summary>A JSON boolean.</summary>
    public static JsonValue From(bool value) => value ? JsonBoolean.True : JsonBoolean.False;

    /// <summary>Writes the value, members in their order.</summary>
    public abstract void WriteTo(Utf8JsonWriter writer);

    /// <summary>The value as compact JSON text.</summary>
    public override string ToString()
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, Compact))
        {
            WriteTo(writer);
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    /// <summary>
    /// How many bytes of UTF-8 the compact JSON text has; AWS limits payloads to 262,144. Arrays and objects remember theirs, so
    /// that a value made of known parts is measured by its new parts alone.
    /// </summary>
    public abstract int SizeInBytes { get; }

    /// <summary>How many arrays and objects are inside one another in it.</summary>
    internal virtual int Depth => 0;

    private protected static int SizeOf(string text)
    {
        if (!text.AsSpan().ContainsAnyExcept(OneByteEach))
        {
            return text.Length + 2;
        }

        var size = Encoding.UTF8.GetByteCount(text) + 2;
        foreach (var c in text)
        {
            size += c switch
            {
                '"' or '\\' or '\n' or '\r' or '\t' or '\b' or '\f' => 1,
                < ' ' => 5,
                _ => 0,
            };
        }

        return size;
    }

    /// <summary>The names in this value's JSON text are the same as in the other's, and so are the values.</summary>
    public abstract bool Equals(JsonValue? other);

    /// <inheritdoc/>
    public sealed override bool Equals(object? obj) => Equals(obj as JsonValue);

    /// <inheritdoc/>
    public abstract override int GetHashCode();
}
