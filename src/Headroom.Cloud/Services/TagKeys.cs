namespace Headroom.Cloud.Services;

/// <summary>Tags as lists bring them, in which a key can come twice though a resource has each but once.</summary>
internal static class TagKeys
{
    /// <summary>How many tags a resource can have (https://docs.aws.amazon.com/tag-editor/latest/userguide/best-practices-and-strats.html).</summary>
    internal const int Most = 50;

    /// <summary>Whether a key comes twice.</summary>
    internal static bool ComeTwice(IEnumerable<string?>? keys)
    {
        var seen = new HashSet<string?>(StringComparer.Ordinal);
        return keys?.All(seen.Add) == false;
    }

    /// <summary>The tags by their keys; the last of a key counts, where the service does not refuse it.</summary>
    internal static Dictionary<string, string> Map<T>(IEnumerable<T>? tags, Func<T, string?> key, Func<T, string?> value)
    {
        var map = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var tag in tags ?? [])
        {
            if (key(tag) is { } name)
            {
                map[name] = value(tag) ?? "";
            }
        }

        return map;
    }
}
