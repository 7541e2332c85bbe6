namespace Headroom.Cloud.Services.Lambda.Hosting;

/// <summary>An event for a ready environment.</summary>
/// <param name="EnvironmentId">The environment.</param>
/// <param name="RequestId">The invocation's id, a UUID; the same on each retry of an asynchronous invocation.</param>
/// <param name="FunctionArn">The ARN that was invoked, with its qualifier where one was given.</param>
/// <param name="Payload">JSON text.</param>
/// <param name="TimeLeft">Until the invocation times out.</param>
/// <param name="ClientContext">A JSON object on one line, or null.</param>
public sealed record InvocationOrder(
    string EnvironmentId,
    string RequestId,
    string FunctionArn,
    string Payload,
    TimeSpan TimeLeft,
    string? ClientContext);
