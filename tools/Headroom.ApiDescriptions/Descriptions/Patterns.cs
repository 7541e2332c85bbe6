using System.Text.RegularExpressions;

namespace Headroom.Tools.ApiDescriptions.Descriptions;

/// <summary>AWS writes patterns for Java; what .NET reads differently is written here in its terms.</summary>
public static class Patterns
{
    /// <summary>The pattern as .NET reads it.</summary>
    /// <exception cref="RegexParseException">.NET cannot read it: a case to add here.</exception>
    public static string ForDotNet(string pattern)
    {
        var translated = pattern
            .Replace(@"\p{ASCII}", @"[\x00-\x7F]", StringComparison.Ordinal)
            .Replace(@"\_", "_", StringComparison.Ordinal)
            .Replace(@"\p{Print}", @"[\x20-\x7E]", StringComparison.Ordinal)
            // Java sees one code point in a surrogate pair, .NET two characters.
            .Replace(@"\uD800\uDC00-\uDBFF\uDFFF", @"\uD800-\uDFFF", StringComparison.Ordinal);
        _ = new Regex(translated, RegexOptions.None, TimeSpan.FromSeconds(1));
        return translated;
    }
}
