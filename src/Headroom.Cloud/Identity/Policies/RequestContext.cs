namespace Headroom.Cloud.Identity.Policies;

/// <summary>
/// What is known about a request: condition keys (their names compare without case) and their values
/// (https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html).
/// </summary>
internal sealed record RequestContext(IReadOnlyDictionary<string, IReadOnlyList<string>> Keys)
{
    /// <summary>A context without any key.</summary>
    internal static RequestContext Empty { get; } = Of([]);

    /// <summary>The context of these keys; those without a value are absent.</summary>
    internal static RequestContext Of(IEnumerable<KeyValuePair<string, string?>> keys) =>
        new(keys.Where(key => key.Value is not null)
            .GroupBy(key => key.Key, StringComparer.OrdinalIgnoreCase)
            .ToDictionary(
                group => group.Key, IReadOnlyList<string> (group) => group.Select(key => key.Value!).ToList(), StringComparer.OrdinalIgnoreCase));

    /// <summary>The values of a key; empty where the request lacks it.</summary>
    internal IReadOnlyList<string> Values(string key) => Keys.TryGetValue(key, out var values) ? values : [];
}
