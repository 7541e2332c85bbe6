using System.Text;
using System.Text.Json.Nodes;
using Headroom.Cloud.Identity;
using Headroom.Cloud.Kernel;
using Headroom.Wire.Json;
using Headroom.Wire.Shapes.Lambda;

namespace Headroom.Cloud.Services.Lambda.Invocations;

/// <summary>
/// Where ended asynchronous invocations are sent, as the function's role: the destination gets a record of the invocation, the
/// dead-letter queue the bare event (https://docs.aws.amazon.com/lambda/latest/dg/invocation-async-retain-records.html).
/// </summary>
internal static class Destinations
{
    /// <summary>Whether records can be sent to this ARN.</summary>
    internal static bool Reaches(string arn) => Arn.TryParse(arn, out var known) && known.Service is "sqs" or "sns" or "lambda" or "events";

    internal static void Succeeded(Step step, QueuedEvent queued, FunctionResult result)
    {
        if (Config(step, queued)?.OnSuccess is { } destination)
        {
            var record = Record(step, queued, "Success", queued.Failures + 1, result);
            Send(step, queued, destination, record, "Lambda Function Invocation Result - Success");
        }
    }

    internal static void Failed(Step step, QueuedEvent queued, string condition)
    {
        if (Config(step, queued)?.OnFailure is { } destination)
        {
            var record = Record(step, queued, condition, queued.Failures, queued.LastFailure);
            Send(step, queued, destination, record, "Lambda Function Invocation Result - Failure");
        }

        if (Version(step, queued)?.DeadLetterConfig?.TargetArn is { } deadLetters)
        {
            SendDeadLetter(step, queued, deadLetters, condition);
        }
    }

    private static EventInvokeConfig? Config(Step step, QueuedEvent queued) =>
        step.Table(LambdaState.EventInvokeConfigs).Find(LambdaState.QualifiedKey(queued.FunctionName, queued.Qualifier));

    private static FunctionConfiguration? Version(Step step, QueuedEvent queued) =>
        new FunctionReference(queued.FunctionName, queued.Qualifier).FindVersion(step);

    private static JsonObject Record(Step step, QueuedEvent queued, string condition, int invokeCount, FunctionResult? result)
    {
        var record = new JsonObject
        {
            ["version"] = "1.0",
            ["timestamp"] = Instants.Canonical(step.Now),
            ["requestContext"] = new JsonObject
            {
                ["requestId"] = queued.RequestId,
                ["functionArn"] = $"{new FunctionReference(queued.FunctionName, null).Arn(step.Settings)}:{queued.Qualifier}",
                ["condition"] = condition,
                ["approximateInvokeCount"] = invokeCount,
            },
            ["requestPayload"] = WireJson.Parse(queued.Payload),
        };
        if (result is not null)
        {
            record["responseContext"] = new JsonObject
            {
                ["statusCode"] = 200,
                ["executedVersion"] = result.ExecutedVersion,
                ["functionError"] = result.FunctionError,
            };
            record["responsePayload"] = Parse(result.Payload);
        }

        return record;
    }

    // A custom runtime may answer with what is no JSON.
    private static JsonNode? Parse(string payload)
    {
        try
        {
            return WireJson.Parse(payload);
        }
        catch (System.Text.Json.JsonException)
        {
            return payload;
        }
    }

    private static void SendDeadLetter(Step step, QueuedEvent queued, string target, string condition)
    {
        var message = queued.LastFailure is { } failure && Parse(failure.Payload) is JsonObject error ? error["errorMessage"]?.ToString() : null;
        var attributes = new JsonObject
        {
            ["RequestID"] = Attribute("String", queued.RequestId),
            ["ErrorCode"] = Attribute("Number", queued.LastFailure is null ? "429" : "200"),
            ["ErrorMessage"] = Attribute("String", Shortened(message ?? condition)),
        };
        Report(step, queued, target, "DeadLetterErrors", Deliver(step, queued, target, queued.Payload, attributes));
    }

    private static void Send(Step step, QueuedEvent queued, string destination, JsonObject record, string detailType)
    {
        var text = record.ToJsonString(WireJson.Options);
        var outcome = Arn.TryParse(destination, out var arn) && arn.Service == "events"
            ? step.CallAs(Role(step, queued), "events", "PutEvents", new()
            {
                ["Entries"] = new JsonArray(new JsonObject
                {
                    ["Source"] = "lambda",
                    ["DetailType"] = detailType,
                    ["Resources"] = new JsonArray(destination, queued.InvokedArn),
                    ["Detail"] = text,
                    ["EventBusName"] = destination,
                }),
            })
            : Deliver(step, queued, destination, text, []);
        Report(step, queued, destination, "DestinationDeliveryFailures", outcome);
    }

    private static Outcome<JsonObject> Deliver(Step step, QueuedEvent queued, string target, string body, JsonObject attributes)
    {
        _ = Arn.TryParse(target, out var arn);
        var role = Role(step, queued);
        return arn?.Service switch
        {
            "sqs" => step.CallAs(role, "sqs", "SendMessage", new()
            {
                ["QueueUrl"] = $"{step.Settings.Endpoint}/{arn.AccountId}/{arn.Name}",
                ["MessageBody"] = body,
                ["MessageAttributes"] = attributes,
            }),
            "sns" => step.CallAs(role, "sns", "Publish", new() { ["TopicArn"] = target, ["Message"] = body, ["MessageAttributes"] = attributes }),
            "lambda" => step.CallAs(role, "lambda", "Invoke", new()
            {
                ["FunctionName"] = target,
                ["InvocationType"] = "Event",
                ["Payload"] = Convert.ToBase64String(Encoding.UTF8.GetBytes(body)),
            }),
            _ => new Refusal("InvalidParameterValueException", $"The destination ARN {target} is invalid."),
        };
    }

    private static void Report(Step step, QueuedEvent queued, string target, string metric, Outcome<JsonObject> outcome)
    {
        if (outcome is Outcome<JsonObject>.Refused { Refusal: var refusal })
        {
            LambdaEvents.NotSentOn(step, queued, target, metric, refusal);
        }
    }

    private static Principal Role(Step step, QueuedEvent queued) =>
        FunctionRole.Session(step, Version(step, queued)!.Role!, queued.FunctionName);

    private static JsonObject Attribute(string type, string value) => new() { ["DataType"] = type, ["StringValue"] = value };

    // Lambda cuts the error message of a dead letter at 1 KB.
    private static string Shortened(string text) => text[..Math.Min(text.Length, 1024)];
}
