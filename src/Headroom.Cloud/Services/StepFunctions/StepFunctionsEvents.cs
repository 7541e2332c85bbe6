using System.Text.Json;
using System.Text.Json.Nodes;
using Headroom.Cloud.Kernel;
using Headroom.Cloud.Services.StepFunctions.Executions;

namespace Headroom.Cloud.Services.StepFunctions;

/// <summary>
/// What others hear: <see href="https://docs.aws.amazon.com/step-functions/latest/dg/eventbridge-integration.html">Step Functions
/// Execution Status Change</see>.
/// </summary>
internal static class StepFunctionsEvents
{
    public const string StatusChange = "Step Functions Execution Status Change";
    private const string Source = "aws.states";

    /// <summary>Beyond this many bytes EventBridge gets the event without input, and then without output.</summary>
    private const int LargestEvent = 248 * 1024;

    public static void StatusChanged(Step step, Execution execution)
    {
        var (input, output) = (execution.Input, execution.Output);
        var (escapedInput, escapedOutput) = (Escaped(input), Escaped(output));
        var (includeInput, includeOutput) = (escapedInput + escapedOutput <= LargestEvent, escapedOutput <= LargestEvent);
        step.Emit(StepFunctionsService.Name, StatusChange, [execution.Arn], new()
        {
            ["executionArn"] = execution.Arn,
            ["stateMachineArn"] = execution.StateMachineArn,
            ["name"] = execution.Name,
            ["status"] = execution.Status,
            ["startDate"] = execution.StartedAt.ToUnixTimeMilliseconds(),
            ["stopDate"] = execution.StoppedAt?.ToUnixTimeMilliseconds(),
            ["input"] = includeInput ? input : null,
            ["output"] = includeOutput ? output : null,
            ["stateMachineVersionArn"] = execution.VersionArn,
            ["stateMachineAliasArn"] = execution.AliasArn,
            ["redriveCount"] = execution.RedriveCount,
            ["redriveDate"] = execution.RedrivenAt?.ToUnixTimeMilliseconds(),
            ["redriveStatus"] = ExecutionDescriptions.NotRedrivableBecause(execution, step.Now) is null ? "REDRIVABLE" : "NOT_REDRIVABLE",
            ["redriveStatusReason"] = ExecutionDescriptions.NotRedrivableBecause(execution, step.Now),
            ["inputDetails"] = new JsonObject { ["included"] = includeInput },
            ["outputDetails"] = output is null ? null : new JsonObject { ["included"] = includeOutput },
            ["error"] = execution.Error,
            ["cause"] = execution.Cause,
        }, Source);
    }

    private static int Escaped(string? text) => text is null ? 0 : JsonEncodedText.Encode(text).EncodedUtf8Bytes.Length + 2;
}
