using System.Text;

namespace Headroom.Wire.Http;

/// <summary>Names and values as queries and forms (<c>application/x-www-form-urlencoded</c>) write them.</summary>
public static class Form
{
    /// <summary>Reads <c>a=1&amp;b=2</c>; a name alone has the empty value. A name may come more than once.</summary>
    public static IReadOnlyList<KeyValuePair<string, string>> Parse(string text) =>
        [.. text.Split('&', StringSplitOptions.RemoveEmptyEntries).Select(pair => pair.Split('=', 2))
            .Select(pair => KeyValuePair.Create(Decode(pair[0]), pair.Length > 1 ? Decode(pair[1]) : ""))];

    /// <summary>Reads a body.</summary>
    public static IReadOnlyList<KeyValuePair<string, string>> Parse(byte[] body) => Parse(Encoding.UTF8.GetString(body));

    /// <summary>Writes names and values, percent-encoded as signatures want it (a space is <c>%20</c>).</summary>
    public static string Write(IEnumerable<KeyValuePair<string, string>> pairs) =>
        string.Join('&', pairs.Select(pair => $"{Uri.EscapeDataString(pair.Key)}={Uri.EscapeDataString(pair.Value)}"));

    /// <summary>The value of a name, the first where there are more; null where there is none.</summary>
    public static string? Value(this IReadOnlyList<KeyValuePair<string, string>> pairs, string name)
    {
        foreach (var pair in pairs)
        {
            if (pair.Key == name)
            {
                return pair.Value;
            }
        }

        return null;
    }

    private static string Decode(string text) => Uri.UnescapeDataString(text.Replace('+', ' '));
}
