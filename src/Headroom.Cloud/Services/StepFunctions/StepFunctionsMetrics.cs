using Headroom.Cloud.Kernel;
using Headroom.Cloud.Services.CloudWatch;
using Headroom.Cloud.Services.StepFunctions.Executions;

namespace Headroom.Cloud.Services.StepFunctions;

/// <summary>
/// The <see href="https://docs.aws.amazon.com/step-functions/latest/dg/procedure-cw-metrics.html">execution metrics</see> of a state machine:
/// counts, and <c>ExecutionTime</c> in milliseconds. Children of a distributed Map are not executions of the machine.
/// </summary>
internal static class StepFunctionsMetrics
{
    public static void Started(Step step, Execution execution) => Publish(step, execution, ("ExecutionsStarted", 1, "Count"));

    public static void Redriven(Step step, Execution execution) => Publish(step, execution, ("ExecutionsRedriven", 1, "Count"));

    public static void Ended(Step step, Execution ended) => Publish(
        step,
        ended,
        (ended.Status switch
        {
            "SUCCEEDED" => "ExecutionsSucceeded",
            "FAILED" => "ExecutionsFailed",
            "TIMED_OUT" => "ExecutionsTimedOut",
            "ABORTED" => "ExecutionsAborted",
            var status => throw new InvalidOperationException($"no such end: {status}"),
        }, 1, "Count"),
        ("ExecutionTime", (ended.StoppedAt!.Value - ended.StartedAt).TotalMilliseconds, "Milliseconds"));

    private static void Publish(Step step, Execution execution, params (string Metric, double Value, string Unit)[] values)
    {
        if (execution.Child is null)
        {
            ServiceMetrics.Publish(step, "states.amazonaws.com", "AWS/States", ("StateMachineArn", execution.StateMachineArn), values);
        }
    }
}
