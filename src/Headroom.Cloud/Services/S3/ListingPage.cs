using Headroom.Cloud.Kernel;
using Headroom.Wire.Shapes.S3;
using ListedObject = Headroom.Wire.Shapes.S3.Object;

namespace Headroom.Cloud.Services.S3;

/// <summary>One page of what is in a bucket. A common prefix stands for every key that begins with it, and counts as one.</summary>
/// <param name="Limit">How many entries a page has at most, up to 1,000.</param>
/// <param name="Entries">Keys and common prefixes in order, each with the first object behind it.</param>
/// <param name="IsTruncated">Whether there is more.</param>
internal sealed record ListingPage(int Limit, IReadOnlyList<(string Name, StoredObject Object)> Entries, bool IsTruncated)
{
    private const int MostKeys = 1000;

    /// <summary>The key or prefix that the next page comes after; null where there is none.</summary>
    internal string? Last => IsTruncated && Entries is [.., var last] ? last.Name : null;

    internal static ListingPage Read(Step step, string bucket, string? prefix, string? delimiter, string? after, int? maxKeys)
    {
        var limit = Math.Min(maxKeys ?? MostKeys, MostKeys);
        var entries = step.Table(S3State.Objects).WithPrefix(S3State.ObjectKey(bucket, prefix ?? ""))
            .Select(stored => (Name: EntryName(stored.Key, prefix ?? "", delimiter), Object: stored))
            .Where(entry => after is null || string.CompareOrdinal(entry.Name, after) > 0)
            .DistinctBy(entry => entry.Name)
            .Take(limit + 1)
            .ToList();
        return new(limit, entries.Take(limit).ToList(), entries.Count > limit);
    }

    internal List<ListedObject> Objects(string? encodingType) =>
        Entries.Where(entry => entry.Name == entry.Object.Key).Select(entry => Listed(entry.Object, encodingType)).ToList();

    internal List<CommonPrefix> CommonPrefixes(string? encodingType) =>
        Entries.Where(entry => entry.Name != entry.Object.Key).Select(entry => new CommonPrefix { Prefix = Encoded(entry.Name, encodingType) }).ToList();

    private static string EntryName(string key, string prefix, string? delimiter) =>
        delimiter is { Length: > 0 } && key.IndexOf(delimiter, prefix.Length, StringComparison.Ordinal) is >= 0 and var cut
            ? key[..(cut + delimiter.Length)]
            : key;

    private static ListedObject Listed(StoredObject stored, string? encodingType) => new()
    {
        Key = Encoded(stored.Key, encodingType),
        LastModified = stored.LastModified,
        ETag = stored.ETag,
        Size = stored.Body.Length,
        StorageClass = "STANDARD",
    };

    private static string Encoded(string name, string? encodingType) =>
        encodingType == "url" ? string.Join('/', name.Split('/').Select(Uri.EscapeDataString)) : name;
}
