using System.Text.Json;
using System.Text.Unicode;

namespace Headroom.Wire.Json;

/// <summary>
/// JSON text whose strings are no Unicode: bytes that are no UTF-8, or half of a surrogate pair. The parser lets both pass, and
/// only whoever reads such a string finds out.
/// </summary>
internal static class JsonUnicode
{
    /// <summary>Whether every string can be read, members' names among them.</summary>
    /// <exception cref="JsonException">The text is no JSON; this is not always noticed.</exception>
    public static bool IsWhole(ReadOnlySpan<byte> json) =>
        Utf8.IsValid(json) && ((json.IndexOf("\\ud"u8) < 0 && json.IndexOf("\\uD"u8) < 0) || AllSurrogatesArePaired(json));

    private static bool AllSurrogatesArePaired(ReadOnlySpan<byte> json)
    {
        var reader = new Utf8JsonReader(json, new JsonReaderOptions { MaxDepth = WireJson.MaxDepth });
        try
        {
            while (reader.Read())
            {
                if (reader.TokenType is JsonTokenType.String or JsonTokenType.PropertyName && reader.ValueIsEscaped)
                {
                    reader.GetString();
                }
            }
        }
        catch (InvalidOperationException)
        {
            return false;
        }

        return true;
    }
}
