using Headroom.States.Json;

namespace Headroom.States.Intrinsics;

/// <summary>How intrinsic functions take numbers: rounded to integers, halves upwards (as Java's Math.round).</summary>
internal static class Number
{
    /// <summary>The integer nearest to a number; null for anything else, and for what does not fit 64 bits.</summary>
    public static long? Rounded(JsonValue value) => value switch
    {
        JsonNumber { IsInteger: true } n => n.Integer,
        JsonNumber { Value: > long.MinValue and < long.MaxValue } n => (long)Math.Floor(n.Value + 0.5),
        _ => null,
    };
}
