namespace Headroom.Cloud.Services;

/// <summary>Tags of a resource by key.</summary>
internal static class TagMap
{
    /// <summary>These tags and more; where both have a key, the new value counts.</summary>
    internal static Dictionary<string, string> With(this IReadOnlyDictionary<string, string> tags, IEnumerable<KeyValuePair<string, string>> more)
    {
        var all = tags.ToDictionary();
        foreach (var (key, value) in more)
        {
            all[key] = value;
        }

        return all;
    }

    /// <summary>These tags without some.</summary>
    internal static Dictionary<string, string> Without(this IReadOnlyDictionary<string, string> tags, IReadOnlyList<string> keys) =>
        tags.Where(tag => !keys.Contains(tag.Key)).ToDictionary();
}
