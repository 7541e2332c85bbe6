using Headroom.States.Json;

namespace Headroom.States.Intrinsics;

/// <summary>States.JsonMerge and States.StringToJson.</summary>
internal static class JsonFunctions
{
    /// <summary>A shallow merge: the second object's members win. AWS has no deep one yet; the third argument must be false.</summary>
    public static FunctionResult Merge(JsonValue first, JsonValue second, JsonValue deep) => (first, second, deep) switch
    {
        (JsonObject a, JsonObject b, JsonBoolean { Value: false }) => new JsonObject(a.Concat(b)),
        (JsonObject, JsonObject, _) => FunctionResult.Wrong("Only the shallow merge is supported: the third argument must be false"),
        _ => FunctionResult.Wrong("The first two arguments must be JSON objects"),
    };

    public static FunctionResult StringToJson(JsonValue text) => text switch
    {
        JsonString s when string.IsNullOrWhiteSpace(s.Value) => JsonValue.Null,
        JsonString s when JsonValue.TryParse(s.Value, out var value) => value,
        JsonString => FunctionResult.Wrong("The argument is not valid JSON"),
        _ => FunctionResult.Wrong("The argument must be a string"),
    };
}
