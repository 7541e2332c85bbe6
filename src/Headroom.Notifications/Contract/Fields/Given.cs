using System.Text;
using System.Text.Json;

namespace Headroom.Notifications.Contract.Fields;

/// <summary>What was given, as a refusal shows it: one line, not endlessly long.</summary>
internal static class Given
{
    private const int Longest = 80;

    /// <summary>A JSON value as it was written.</summary>
    public static string Value(JsonElement value) => Text(value.GetRawText());

    /// <summary>Any text: white space and control characters become single spaces, the end is cut off after 80 characters.</summary>
    public static string Text(string text)
    {
        var line = new StringBuilder();
        foreach (var rune in text.AsSpan(0, Math.Min(text.Length, 4 * Longest)).Trim().EnumerateRunes())
        {
            if (!Rune.IsWhiteSpace(rune) && !Rune.IsControl(rune))
            {
                line.Append(rune.ToString());
            }
            else if (line.Length > 0 && line[^1] != ' ')
            {
                line.Append(' ');
            }

            if (line.Length > Longest)
            {
                return line.ToString(0, Longest).TrimEnd() + "…";
            }
        }

        return line.ToString();
    }
}
