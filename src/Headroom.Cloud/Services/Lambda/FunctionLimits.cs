using Headroom.Cloud.Kernel;

namespace Headroom.Cloud.Services.Lambda;

/// <summary>Limits that the description of the API does not say (https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html).</summary>
internal static class FunctionLimits
{
    /// <summary>Bytes that a function can answer who waits for it.</summary>
    internal const int LargestAnswer = 6_291_556;

    private const int LongestName = 64;
    private const int LongestTimeout = 900;

    internal static Refusal? Fault(string name, int? timeout) =>
        name.Length > LongestName ? Constraint(name, "functionName", $"Member must have length less than or equal to {LongestName}")
        : timeout > LongestTimeout ? Constraint($"{timeout}", "timeout", $"Member must have value less than or equal to {LongestTimeout}")
        : null;

    private static Refusal Constraint(string value, string member, string constraint) =>
        new("ValidationException", $"1 validation error detected: Value '{value}' at '{member}' failed to satisfy constraint: {constraint}");
}
