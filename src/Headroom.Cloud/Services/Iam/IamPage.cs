namespace Headroom.Cloud.Services.Iam;

/// <summary>A page of a list: IAM's marker is the last name of the page before.</summary>
internal sealed record IamPage<T>(IReadOnlyList<T> Items, bool IsTruncated, string? Marker);

/// <summary>Cuts lists into pages.</summary>
internal static class IamPage
{
    private const int DefaultMaxItems = 100;

    /// <summary>The items after the marker in the order of their names, at most <paramref name="maxItems"/> of them.</summary>
    internal static IamPage<T> Of<T>(IEnumerable<T> all, Func<T, string> name, string? marker, int? maxItems)
    {
        var size = maxItems ?? DefaultMaxItems;
        var rest = all.OrderBy(name, StringComparer.Ordinal)
            .Where(item => marker is null || string.CompareOrdinal(name(item), marker) > 0)
            .Take(size + 1)
            .ToList();
        var items = rest.Take(size).ToList();
        return new(items, rest.Count > size, rest.Count > size ? name(items[^1]) : null);
    }
}
