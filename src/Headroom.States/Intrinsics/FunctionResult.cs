using Headroom.States.Json;

namespace Headroom.States.Intrinsics;

/// <summary>What an intrinsic function comes to: a value, or what is wrong with its arguments.</summary>
internal readonly record struct FunctionResult(JsonValue? Value, string? Problem)
{
    public static implicit operator FunctionResult(JsonValue value) => new(value, null);

    public static FunctionResult Wrong(string problem) => new(null, problem);

    public static FunctionResult Of(long value) => JsonNumber.Of(value);

    public static FunctionResult Of(string value) => JsonValue.From(value);

    public static FunctionResult Of(IEnumerable<JsonValue> items) => new JsonArray(items);
}
