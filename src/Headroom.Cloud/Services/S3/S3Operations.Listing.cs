using Headroom.Cloud.Kernel;
using Headroom.Wire.Shapes.S3;
using ListedObject = Headroom.Wire.Shapes.S3.Object;

namespace Headroom.Cloud.Services.S3;

/// <summary>What is in a bucket.</summary>
internal static partial class S3Operations
{
    private const int MostKeys = 1000;

    /// <summary>
    /// Objects and common prefixes in key order. A common prefix stands for every key that begins with it, and counts as one; the
    /// continuation token is the last key or prefix of the page before.
    /// </summary>
    internal static Outcome<ListObjectsV2Response> ListObjectsV2(Step step, ListObjectsV2Request request) => With(step, request.Bucket, _ =>
    {
        var prefix = request.Prefix ?? "";
        var after = request.ContinuationToken ?? request.StartAfter;
        var limit = Math.Min(request.MaxKeys ?? MostKeys, MostKeys);
        var entries = step.Table(S3State.Objects).WithPrefix(S3State.ObjectKey(request.Bucket, prefix))
            .Select(stored => (Name: EntryName(stored.Key, prefix, request.Delimiter), Object: stored))
            .Where(entry => after is null || string.CompareOrdinal(entry.Name, after) > 0)
            .DistinctBy(entry => entry.Name)
            .Take(limit + 1)
            .ToList();
        var page = entries.Take(limit).ToList();
        return new ListObjectsV2Response
        {
            Name = request.Bucket,
            Prefix = prefix,
            Delimiter = request.Delimiter,
            MaxKeys = limit,
            KeyCount = page.Count,
            StartAfter = request.StartAfter,
            ContinuationToken = request.ContinuationToken,
            IsTruncated = entries.Count > limit,
            NextContinuationToken = entries.Count > limit && page.Count > 0 ? page[^1].Name : null,
            EncodingType = request.EncodingType,
            Contents = page.Where(entry => entry.Name == entry.Object.Key).Select(entry => Listed(entry.Object, request.EncodingType)).ToList(),
            CommonPrefixes = page.Where(entry => entry.Name != entry.Object.Key)
                .Select(entry => new CommonPrefix { Prefix = Encoded(entry.Name, request.EncodingType) })
                .ToList(),
        };
    });

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
