using Headroom.Cloud.Services.DynamoDb.Values;
using Item = System.Collections.Generic.IReadOnlyDictionary<string, Headroom.Wire.Shapes.DynamoDb.AttributeValue>;

namespace Headroom.Cloud.Services.DynamoDb;

/// <summary>Which items belong to which segment of a parallel Scan: decided by the partition key alone.</summary>
internal static class ScanSegments
{
    /// <exception cref="InvalidRequestException">Only one of the two is given, or the segment is none of them.</exception>
    public static Func<Item, bool> Of(int? segment, int? total, string partitionKey) => (segment, total) switch
    {
        (null, null) => _ => true,
        (null, _) => throw new InvalidRequestException("The Segment parameter is required but was not present in the request when parameter TotalSegments is present"),
        (_, null) => throw new InvalidRequestException("The TotalSegments parameter is required but was not present in the request when Segment parameter is present"),
        var (mine, all) when mine >= all => throw new InvalidRequestException(
            $"The Segment parameter is zero-based and must be less than parameter TotalSegments: Segment: {mine} is not less than TotalSegments: {all}"),
        var (mine, all) => item => Spread(KeyText.Sortable(item[partitionKey])) % (uint)all == (uint)mine,
    };

    // FNV-1a: spreads similar keys, and is the same in every process.
    private static uint Spread(string key) => key.Aggregate(2166136261, (hash, c) => unchecked((hash ^ c) * 16777619));
}
