using System.Text.Json.Nodes;
using Headroom.Cloud.Kernel;
using Headroom.Cloud.Services.CloudWatch;

namespace Headroom.Cloud.Services.Lambda;

/// <summary>
/// What happens in the room, for the log, and as <see href="https://docs.aws.amazon.com/lambda/latest/dg/monitoring-metrics-types.html">metrics</see>
/// in <c>AWS/Lambda</c>. Lambda puts none of it on the event bus.
/// </summary>
internal static class LambdaEvents
{
    internal static void Invoked(Step step, ExecutionEnvironment environment, Invocation invocation, FunctionResult result)
    {
        var duration = (step.Now - invocation.StartedAt).TotalMilliseconds;
        step.Emit(LambdaService.Name, "Function Invoked", [invocation.InvokedArn], new JsonObject
        {
            ["functionName"] = invocation.FunctionName,
            ["requestId"] = invocation.RequestId,
            ["version"] = result.ExecutedVersion,
            ["error"] = result.FunctionError is null ? null : result.Payload,
            ["durationMs"] = duration,
            ["initMs"] = environment.InitDuration?.TotalMilliseconds,
        });
        Measure(
            step,
            invocation.FunctionName,
            ("Invocations", 1, "Count"),
            ("Errors", result.FunctionError is null ? 0 : 1, "Count"),
            ("Duration", duration, "Milliseconds"));
    }

    internal static void Throttled(Step step, string functionName) => Measure(step, functionName, ("Throttles", 1, "Count"));

    internal static void GivenUp(Step step, QueuedEvent queued, string condition) =>
        step.Emit(LambdaService.Name, "Asynchronous Invocation Given Up", [queued.InvokedArn], new JsonObject
        {
            ["functionName"] = queued.FunctionName,
            ["requestId"] = queued.RequestId,
            ["condition"] = condition,
            ["error"] = queued.LastFailure?.Payload,
        });

    /// <summary>The event is lost; <paramref name="metric"/> is <c>DeadLetterErrors</c> or <c>DestinationDeliveryFailures</c>.</summary>
    internal static void NotSentOn(Step step, QueuedEvent queued, string target, string metric, Refusal refusal)
    {
        step.Emit(LambdaService.Name, "Destination Delivery Failed", [queued.InvokedArn, target], new JsonObject
        {
            ["functionName"] = queued.FunctionName,
            ["requestId"] = queued.RequestId,
            ["error"] = $"{refusal.Code}: {refusal.Message}",
        });
        Measure(step, queued.FunctionName, (metric, 1, "Count"));
    }

    private static void Measure(Step step, string functionName, params (string Metric, double Value, string Unit)[] values) =>
        ServiceMetrics.Publish(step, FunctionRole.Lambda, "AWS/Lambda", ("FunctionName", functionName), values);
}
