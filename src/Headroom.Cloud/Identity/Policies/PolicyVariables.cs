using System.Text.RegularExpressions;

namespace Headroom.Cloud.Identity.Policies;

/// <summary>
/// Policy variables such as <c>${aws:PrincipalAccount}</c> in resources and condition values
/// (https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html).
/// </summary>
internal static partial class PolicyVariables
{
    /// <summary>The text with each variable's value; a variable without a value and default stays as it is and so fits nothing.</summary>
    internal static string Expand(string text, RequestContext context) =>
        !text.Contains("${", StringComparison.Ordinal) ? text : Variable().Replace(text, match => Value(match, context));

    private static string Value(Match match, RequestContext context)
    {
        var name = match.Groups["name"].Value.Trim();
        return name switch
        {
            "*" or "?" or "$" => name,
            _ when context.Values(name) is [var value] => value,
            _ when match.Groups["default"] is { Success: true } fallback => fallback.Value,
            _ => match.Value,
        };
    }

    [GeneratedRegex(@"\$\{(?<name>[^,}]+)(,\s*'(?<default>[^']*)')?\}", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 30_000)]
    private static partial Regex Variable();
}
