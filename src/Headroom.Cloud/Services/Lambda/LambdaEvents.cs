using System.Text.Json.Nodes;
using Headroom.Cloud.Kernel;

namespace Headroom.Cloud.Services.Lambda;

/// <summary>What happens in the room. Lambda puts none of it on the event bus.</summary>
internal static class LambdaEvents
{
    internal static void Invoked(Step step, ExecutionEnvironment environment, Invocation invocation, FunctionResult result) =>
        step.Emit(LambdaService.Name, "Function Invoked", [invocation.InvokedArn], new JsonObject
        {
            ["functionName"] = invocation.FunctionName,
            ["requestId"] = invocation.RequestId,
            ["version"] = result.ExecutedVersion,
            ["error"] = result.FunctionError is null ? null : result.Payload,
            ["durationMs"] = (step.Now - invocation.StartedAt).TotalMilliseconds,
            ["initMs"] = environment.InitDuration?.TotalMilliseconds,
        });

    internal static void GivenUp(Step step, QueuedEvent queued, string condition) =>
        step.Emit(LambdaService.Name, "Asynchronous Invocation Given Up", [queued.InvokedArn], new JsonObject
        {
            ["functionName"] = queued.FunctionName,
            ["requestId"] = queued.RequestId,
            ["condition"] = condition,
            ["error"] = queued.LastFailure?.Payload,
        });

    /// <summary>AWS counts these as <c>DeadLetterErrors</c> and <c>DestinationDeliveryFailures</c>; the event is lost.</summary>
    internal static void NotSentOn(Step step, QueuedEvent queued, string target, Refusal refusal) =>
        step.Emit(LambdaService.Name, "Destination Delivery Failed", [queued.InvokedArn, target], new JsonObject
        {
            ["functionName"] = queued.FunctionName,
            ["requestId"] = queued.RequestId,
            ["error"] = $"{refusal.Code}: {refusal.Message}",
        });
}
