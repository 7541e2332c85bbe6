namespace Headroom.Cloud.Identity.Policies;

/// <summary>
/// What is known about a request: condition keys (their names compare without case) and their values
/// (https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html). Most policies ask for none of them:
/// they are looked up when the first one is.
/// </summary>
internal sealed class RequestContext
{
    private readonly IEnumerable<KeyValuePair<string, string?>> _keys;
    private Dictionary<string, IReadOnlyList<string>>? _known;

    private RequestContext(IEnumerable<KeyValuePair<string, string?>> keys) => _keys = keys;

    /// <summary>A context without any key.</summary>
    internal static RequestContext Empty { get; } = Of([]);

    /// <summary>The context of these keys; those without a value are absent.</summary>
    internal static RequestContext Of(IEnumerable<KeyValuePair<string, string?>> keys) => new(keys);

    /// <summary>The values of a key; empty where the request lacks it.</summary>
    internal IReadOnlyList<string> Values(string key) => (_known ??= Known()).TryGetValue(key, out var values) ? values : [];

    private Dictionary<string, IReadOnlyList<string>> Known() =>
        _keys.Where(key => key.Value is not null)
            .GroupBy(key => key.Key, StringComparer.OrdinalIgnoreCase)
            .ToDictionary(group => group.Key, IReadOnlyList<string> (group) => group.Select(key => key.Value!).ToList(), StringComparer.OrdinalIgnoreCase);
}
