using System.Globalization;
using Headroom.Wire.Json;

namespace Headroom.Cloud.Identity.Policies;

/// <summary>The condition operators that the cloud can decide. A policy with another one is refused when it is put.</summary>
internal static class ConditionOperators
{
    private const string IfExistsSuffix = "IfExists";

    private static readonly Dictionary<string, (Func<string, string, bool> Passes, bool Negated)> Known = new(StringComparer.OrdinalIgnoreCase)
    {
        ["StringEquals"] = (static (given, wanted) => given == wanted, false),
        ["StringNotEquals"] = (static (given, wanted) => given == wanted, true),
        ["StringEqualsIgnoreCase"] = (static (given, wanted) => string.Equals(given, wanted, StringComparison.OrdinalIgnoreCase), false),
        ["StringNotEqualsIgnoreCase"] = (static (given, wanted) => string.Equals(given, wanted, StringComparison.OrdinalIgnoreCase), true),
        ["StringLike"] = (Like, false),
        ["StringNotLike"] = (Like, true),

        // ArnEquals and ArnLike behave identically: both take wildcards.
        ["ArnEquals"] = (Like, false),
        ["ArnLike"] = (Like, false),
        ["ArnNotEquals"] = (Like, true),
        ["ArnNotLike"] = (Like, true),
        ["Bool"] = (static (given, wanted) => string.Equals(given, wanted, StringComparison.OrdinalIgnoreCase), false),
        ["Null"] = (static (_, _) => true, false),
        ["NumericEquals"] = (Numbers(static order => order == 0), false),
        ["NumericNotEquals"] = (Numbers(static order => order == 0), true),
        ["NumericLessThan"] = (Numbers(static order => order < 0), false),
        ["NumericLessThanEquals"] = (Numbers(static order => order <= 0), false),
        ["NumericGreaterThan"] = (Numbers(static order => order > 0), false),
        ["NumericGreaterThanEquals"] = (Numbers(static order => order >= 0), false),
        ["DateEquals"] = (Dates(static order => order == 0), false),
        ["DateNotEquals"] = (Dates(static order => order == 0), true),
        ["DateLessThan"] = (Dates(static order => order < 0), false),
        ["DateLessThanEquals"] = (Dates(static order => order <= 0), false),
        ["DateGreaterThan"] = (Dates(static order => order > 0), false),
        ["DateGreaterThanEquals"] = (Dates(static order => order >= 0), false),
    };

    /// <summary>The operator of this name, or null where the cloud has none.</summary>
    internal static ConditionOperator? Find(string written)
    {
        var (set, name) = written.Split(':', 2) switch
        {
            ["ForAnyValue", var rest] => (SetQualifier.ForAnyValue, rest),
            ["ForAllValues", var rest] => (SetQualifier.ForAllValues, rest),
            _ => (SetQualifier.Single, written),
        };
        var ifExists = name.EndsWith(IfExistsSuffix, StringComparison.OrdinalIgnoreCase);
        var bare = ifExists ? name[..^IfExistsSuffix.Length] : name;
        return Known.TryGetValue(bare, out var known) ? new(bare, known.Passes, known.Negated, ifExists, set) : null;
    }

    private static bool Like(string given, string wanted) => Wildcard.Matches(wanted, given);

    private static Func<string, string, bool> Numbers(Func<int, bool> holds) => (given, wanted) =>
        decimal.TryParse(given, CultureInfo.InvariantCulture, out var left)
        && decimal.TryParse(wanted, CultureInfo.InvariantCulture, out var right)
        && holds(left.CompareTo(right));

    private static Func<string, string, bool> Dates(Func<int, bool> holds) => (given, wanted) =>
        Instant(given) is { } left && Instant(wanted) is { } right && holds(left.CompareTo(right));

    // A date is written in ISO 8601 or as epoch seconds.
    private static DateTimeOffset? Instant(string text)
    {
        if (long.TryParse(text, CultureInfo.InvariantCulture, out var seconds))
        {
            return DateTimeOffset.FromUnixTimeSeconds(seconds);
        }

        return DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out _) ? Instants.Parse(text) : null;
    }
}
