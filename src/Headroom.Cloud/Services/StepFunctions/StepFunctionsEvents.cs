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

    private const int MostPerCharacter = 6;

    public static void StatusChanged(Step step, Execution execution)
    {
        var (input, output) = (execution.Input, execution.Output);
        var (includeInput, includeOutput) = (Fit(input, output), Fit(output, null));
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

    // No character takes more than six when it is escaped: most texts need not be.
    private static bool Fit(string? one, string? other) =>
        (((one?.Length ?? 0) + (other?.Length ?? 0)) * MostPerCharacter) + 4 <= LargestEvent || Escaped(one) + Escaped(other) <= LargestEvent;

    private static int Escaped(string? text) => text is null ? 0 : JsonEncodedText.Encode(text).EncodedUtf8Bytes.Length + 2;
}
