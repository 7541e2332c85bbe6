using System.Text.Json.Serialization;

namespace Headroom.Notifier.Runtime;

/// <summary>An error as Lambda wants to be told of it.</summary>
/// <param name="ErrorMessage">What went wrong.</param>
/// <param name="ErrorType">Its kind; also sent as the header <c>Lambda-Runtime-Function-Error-Type</c>.</param>
/// <param name="StackTrace">Where, one frame a line.</param>
internal sealed record RuntimeError(string ErrorMessage, string ErrorType, string[] StackTrace)
{
    public static RuntimeError Of(Exception fault) => new(
        fault.Message,
        $"Headroom.{fault.GetType().Name}",
        fault.StackTrace?.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) ?? []);
}

/// <summary>A failed invocation's line in the function's log.</summary>
internal sealed record FailureLine(string Level, string Message, string RequestId, RuntimeError Error);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(RuntimeError))]
[JsonSerializable(typeof(FailureLine))]
internal sealed partial class RuntimeJson : JsonSerializerContext;
