using System.Globalization;
using Headroom.States.Data;
using Headroom.States.Json;

namespace Headroom.States.Intrinsics;

/// <summary>States.Math… and States.UUID.</summary>
internal static class MathFunctions
{
    public static FunctionResult Add(JsonValue left, JsonValue right) =>
        Number.Rounded(left) is { } a && Number.Rounded(right) is { } b
            ? FunctionResult.Of(unchecked(a + b))
            : FunctionResult.Wrong("Both arguments must be numbers");

    /// <summary>From the first number up to, not including, the second; with a seed always the same.</summary>
    public static FunctionResult Random(JsonValue[] arguments, Randomness random)
    {
        if (Number.Rounded(arguments[0]) is not { } from || Number.Rounded(arguments[1]) is not { } to || (arguments.Length == 3 && Number.Rounded(arguments[2]) is null))
        {
            return FunctionResult.Wrong("All arguments must be numbers");
        }

        if (from >= to)
        {
            return FunctionResult.Wrong("The end must be greater than the start");
        }

        var bits = arguments.Length == 3 ? Randomness.Mixed((ulong)Number.Rounded(arguments[2])!.Value) : random.Next();
        return FunctionResult.Of(unchecked(from + (long)(bits % (ulong)(to - from))));
    }

    /// <summary>A version 4 UUID.</summary>
    public static FunctionResult Uuid(Randomness random) => FunctionResult.Of(UuidText(random));

    public static string UuidText(Randomness random)
    {
        var high = (random.Next() & 0xFFFFFFFF_FFFF0FFF) | 0x4000;
        var low = (random.Next() & 0x3FFFFFFF_FFFFFFFF) | 0x80000000_00000000;
        var hex = high.ToString("x16", CultureInfo.InvariantCulture) + low.ToString("x16", CultureInfo.InvariantCulture);
        return $"{hex[..8]}-{hex[8..12]}-{hex[12..16]}-{hex[16..20]}-{hex[20..]}";
    }
}
