using Headroom.States.Json;

namespace Headroom.States.Intrinsics;

/// <summary>States.Array….</summary>
internal static class ArrayFunctions
{
    /// <summary>As many items as States.ArrayRange may make.</summary>
    private const int LongestRange = 1000;

    private static readonly FunctionResult NoArray = FunctionResult.Wrong("The first argument must be an array");

    public static FunctionResult Partition(JsonValue array, JsonValue size) => (array, Number.Rounded(size)) switch
    {
        (JsonArray a, > 0 and var n) => FunctionResult.Of(a.Chunk((int)Math.Min(n, int.MaxValue)).Select(chunk => new JsonArray(chunk))),
        (JsonArray, _) => FunctionResult.Wrong("The chunk size must be a positive number"),
        _ => NoArray,
    };

    public static FunctionResult Contains(JsonValue array, JsonValue item) =>
        array is JsonArray a ? JsonValue.From(a.Contains(item)) : NoArray;

    public static FunctionResult Length(JsonValue array) => array is JsonArray a ? FunctionResult.Of(a.Count) : NoArray;

    public static FunctionResult Unique(JsonValue array) => array is JsonArray a ? FunctionResult.Of(a.Distinct()) : NoArray;

    public static FunctionResult GetItem(JsonValue array, JsonValue index) => (array, Number.Rounded(index)) switch
    {
        (JsonArray a, >= 0 and var i) when i < a.Count => a[(int)i],
        (JsonArray a, _) => FunctionResult.Wrong($"The index {index} is outside of the array of length {a.Count}"),
        _ => NoArray,
    };

    public static FunctionResult Range(JsonValue first, JsonValue last, JsonValue step)
    {
        if (Number.Rounded(first) is not { } from || Number.Rounded(last) is not { } to || Number.Rounded(step) is not { } by)
        {
            return FunctionResult.Wrong("All arguments must be numbers");
        }

        if (by == 0)
        {
            return FunctionResult.Wrong("The step must not be 0");
        }

        var count = (by > 0 && to < from) || (by < 0 && to > from) ? 0 : (((Int128)to - from) / by) + 1;
        return count > LongestRange
            ? FunctionResult.Wrong($"The array would have {count} items, but only {LongestRange} are allowed")
            : FunctionResult.Of(Enumerable.Range(0, (int)count).Select(i => JsonValue.From(from + (i * by))));
    }
}
