using System.Collections.Frozen;
using Headroom.States.Data;
using Headroom.States.Json;

namespace Headroom.States.Intrinsics;

/// <summary>
/// One of the <see href="https://docs.aws.amazon.com/step-functions/latest/dg/intrinsic-functions.html">intrinsic functions</see>.
/// </summary>
/// <param name="Name">Its name, without <c>States.</c>.</param>
/// <param name="Least">How many arguments it takes at least.</param>
/// <param name="Most">How many it takes at most.</param>
/// <param name="Apply">What it does.</param>
internal sealed record IntrinsicFunction(string Name, int Least, int Most, Func<JsonValue[], Randomness, FunctionResult> Apply)
{
    private const int Any = int.MaxValue;

    /// <summary>All of them, by name.</summary>
    public static readonly FrozenDictionary<string, IntrinsicFunction> All = new IntrinsicFunction[]
    {
        new("Array", 0, Any, (a, _) => new JsonArray(a)),
        new("ArrayPartition", 2, 2, (a, _) => ArrayFunctions.Partition(a[0], a[1])),
        new("ArrayContains", 2, 2, (a, _) => ArrayFunctions.Contains(a[0], a[1])),
        new("ArrayRange", 3, 3, (a, _) => ArrayFunctions.Range(a[0], a[1], a[2])),
        new("ArrayGetItem", 2, 2, (a, _) => ArrayFunctions.GetItem(a[0], a[1])),
        new("ArrayLength", 1, 1, (a, _) => ArrayFunctions.Length(a[0])),
        new("ArrayUnique", 1, 1, (a, _) => ArrayFunctions.Unique(a[0])),
        new("Base64Encode", 1, 1, (a, _) => EncodingFunctions.Base64Encode(a[0])),
        new("Base64Decode", 1, 1, (a, _) => EncodingFunctions.Base64Decode(a[0])),
        new("Hash", 2, 2, (a, _) => EncodingFunctions.Hash(a[0], a[1])),
        new("JsonMerge", 3, 3, (a, _) => JsonFunctions.Merge(a[0], a[1], a[2])),
        new("StringToJson", 1, 1, (a, _) => JsonFunctions.StringToJson(a[0])),
        new("JsonToString", 1, 1, (a, _) => FunctionResult.Of(a[0].ToString())),
        new("MathRandom", 2, 3, MathFunctions.Random),
        new("MathAdd", 2, 2, (a, _) => MathFunctions.Add(a[0], a[1])),
        new("StringSplit", 2, 2, (a, _) => StringFunctions.Split(a[0], a[1])),
        new("Format", 1, Any, (a, _) => StringFunctions.Format(a)),
        new("UUID", 0, 0, (_, random) => MathFunctions.Uuid(random)),
    }.ToFrozenDictionary(f => f.Name);
}
