using System.Text.Json;
using Headroom.States.Json;

namespace Headroom.States.Reading;

/// <summary>The definition's text to JSON, with the words that AWS has for a text that is none.</summary>
internal static class DefinitionParsing
{
    /// <summary>As long as a definition may be, in bytes.</summary>
    private const int Longest = 1_048_576;

    public static JsonObject? Parse(string text, Diagnostics diagnostics)
    {
        if (text.Length > Longest)
        {
            diagnostics.NotJson($"The definition is longer than {Longest} bytes", "/");
            return null;
        }

        try
        {
            var value = JsonValue.Parse(text);
            if (value is JsonObject definition)
            {
                return definition;
            }

            diagnostics.Wrong(FieldReader.ExpectedType("Object"), "/");
        }
        catch (JsonException e)
        {
            Describe(text, e, diagnostics);
        }

        return null;
    }

    private static void Describe(string text, JsonException e, Diagnostics diagnostics)
    {
        var column = (e.BytePositionInLine ?? 0) + 1;
        var word = new string([.. text.TrimStart().TakeWhile(char.IsLetterOrDigit)]);
        var line = (e.LineNumber ?? 0) + 1;
        if (word.Length > 0 && line == 1)
        {
            var source = Source(text, line, word.Length + 1);
            diagnostics.NotJson(
                $"Unrecognized token '{word}': was expecting (JSON String, Number, Array, Object or token 'null', 'true' or 'false')\n at {source}",
                source);
        }
        else
        {
            var source = Source(text, line, column);
            diagnostics.NotJson($"{e.Message.Split(" LineNumber:")[0]}\n at {source}", source);
        }
    }

    private static string Source(string text, long line, long column) => $"[Source: (String)\"{text}\"; line: {line}, column: {column}]";
}
