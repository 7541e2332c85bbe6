using System.Text.Json;
using System.Text.Json.Nodes;
using Headroom.Cloud.Kernel;
using Headroom.Wire.Json;
using Headroom.Wire.Shapes.EventBridge;

namespace Headroom.Cloud.Services.EventBridge.Targets;

/// <summary>What a target must be.</summary>
internal static class TargetRules
{
    internal static Refusal? Fault(Target target)
    {
        if (!Arn.TryParse(target.Arn, out var arn))
        {
            return Invalid($"Parameter {target.Arn} is not valid. Reason: Provided Arn is not in correct format.");
        }

        if (arn.Service is not ("lambda" or "sqs" or "sns" or "states" or "logs" or "events"))
        {
            return Invalid($"The embedded cloud delivers to Lambda, SQS, SNS, Step Functions, CloudWatch Logs and event buses, not to {target.Arn}.");
        }

        if (arn.Service == "states" && target.RoleArn is null)
        {
            return Invalid($"RoleArn is required for target {target.Arn}.");
        }

        if (new[] { target.Input, target.InputPath, target.InputTransformer?.InputTemplate }.Count(form => form is not null) > 1)
        {
            return Invalid("Only one of Input, InputPath, or InputTransformer must be provided.");
        }

        return target.Input is { } input && !IsJson(input)
            ? Invalid($"Parameter Input is not valid. Reason: it is no JSON text: {input}")
            : null;
    }

    private static Refusal Invalid(string message) => new("ValidationException", message);

    private static bool IsJson(string text)
    {
        try
        {
            WireJson.Parse(text);
            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
