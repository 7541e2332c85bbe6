using System.Text.RegularExpressions;

namespace Headroom.Cloud.Services.Logs;

/// <summary>
/// The unstructured filter patterns (https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/FilterAndPatternSyntax.html): terms
/// that must all occur, <c>?term</c> of which one must, <c>-term</c> that must not; quoted where they are not plain words.
/// Patterns in braces or brackets (JSON, columns) are not read.
/// </summary>
internal sealed partial class FilterPattern
{
    private readonly List<string> _all = [];
    private readonly List<string> _any = [];
    private readonly List<string> _none = [];

    internal static bool TryParse(string? text, out FilterPattern pattern)
    {
        pattern = new();
        if (text?.TrimStart() is [('{' or '[' or '%'), ..])
        {
            return false;
        }

        foreach (Match term in Term().Matches(text ?? ""))
        {
            var word = term.Groups["word"].Value.Trim('"');
            (term.Groups["sign"].Value switch
            {
                "?" => pattern._any,
                "-" => pattern._none,
                _ => pattern._all,
            }).Add(word);
        }

        return true;
    }

    internal bool Matches(string message) =>
        _all.TrueForAll(term => message.Contains(term, StringComparison.Ordinal))
        && (_any.Count == 0 || _all.Count > 0 || _any.Exists(term => message.Contains(term, StringComparison.Ordinal)))
        && !_none.Exists(term => message.Contains(term, StringComparison.Ordinal));

    [GeneratedRegex("""(?<sign>[?-]?)(?<word>"[^"]*"|\S+)""", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 30_000)]
    private static partial Regex Term();
}
