using System.Text.Json.Nodes;
using Headroom.Cloud.Kernel;

namespace Headroom.Cloud.Services.Lambda;

/// <summary>What Lambda refuses, in its words. Its errors carry <c>Type</c>: <c>User</c> where the caller can help it.</summary>
internal static class LambdaRefusals
{
    internal static Refusal NotFound(string message) => User("ResourceNotFoundException", message);

    internal static Refusal Conflict(string message) => User("ResourceConflictException", message);

    internal static Refusal Invalid(string message) => User("InvalidParameterValueException", message);

    internal static Refusal Unreadable(string message) => User("InvalidRequestContentException", message);

    /// <summary>Where a caller wants to change a revision only (null: whichever), and it is another one by now.</summary>
    internal static Refusal? IfNot(string? wanted, string? revision) => wanted is null || wanted == revision
        ? null
        : User(
            "PreconditionFailedException",
            "The Revision Id provided does not match the latest Revision Id. Call the GetFunction/GetAlias API to retrieve the latest Revision Id");

    internal static Refusal CannotBeAssumed => Invalid("The role defined for the function cannot be assumed by Lambda.");

    internal static Refusal Throttled => new(
        "TooManyRequestsException",
        "Rate Exceeded.",
        new JsonObject { ["Type"] = "User", ["Reason"] = "ReservedFunctionConcurrentInvocationLimitExceeded", ["retryAfterSeconds"] = "1" });

    private static Refusal User(string code, string message) => new(code, message, new JsonObject { ["Type"] = "User" });
}
