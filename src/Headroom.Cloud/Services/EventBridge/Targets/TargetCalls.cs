using System.Text;
using System.Text.Json.Nodes;
using Headroom.Cloud.Identity;
using Headroom.Cloud.Kernel;
using Headroom.Wire.Json;
using Headroom.Wire.Shapes.EventBridge;

namespace Headroom.Cloud.Services.EventBridge.Targets;

/// <summary>
/// How each kind of target is called: functions, queues, topics and log groups by EventBridge itself, as the rule, so that their own
/// policies decide; state machines as the target's role (https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-use-resource-based.html).
/// </summary>
internal static class TargetCalls
{
    private const string EventBridge = "events.amazonaws.com";

    /// <summary>Null where the target took the event.</summary>
    internal static Refusal? Send(Step step, StoredRule rule, Target target, Delivery delivery, JsonObject envelope, string input)
    {
        _ = Arn.TryParse(target.Arn, out var arn);
        var self = new Principal.AwsService(EventBridge, rule.Arn(step.Settings));
        return Refused(arn!.Service switch
        {
            "lambda" => step.Ask(self, "lambda", "Invoke", new()
            {
                ["FunctionName"] = target.Arn,
                ["InvocationType"] = "Event",
                ["Payload"] = Convert.ToBase64String(Encoding.UTF8.GetBytes(input)),
            }),
            "sqs" => step.Ask(
                self,
                "sqs",
                "SendMessage",
                new() { ["QueueUrl"] = $"{step.Settings.Endpoint}/{arn.AccountId}/{arn.Resource}", ["MessageBody"] = input }),
            "sns" => step.Ask(self, "sns", "Publish", new() { ["TopicArn"] = target.Arn, ["Message"] = input }),
            "states" => AsRole(step, rule, target, role => step.Ask(role, "stepfunctions", "StartExecution", new()
            {
                ["stateMachineArn"] = target.Arn,
                ["input"] = input,

                // The same for each attempt: one that was taken without an answer is not taken twice.
                ["name"] = $"{(string?)envelope["id"]}_{delivery.Id}",
            })),
            "logs" => Log(step, self, arn, delivery, input),
            "events" => Forward(step, arn, input),
            _ => throw new InvalidOperationException($"A target {target.Arn}"),
        });
    }

    private static Outcome<Answer> AsRole(Step step, StoredRule rule, Target target, Func<Principal, Outcome<Answer>> call) =>
        RoleSessions.Assume(step, target.RoleArn!, EventBridge, $"EventBridge-{step.Ids.NextHex(16)}", rule.Arn(step.Settings)).Then(call);

    private static Outcome<Answer> Log(Step step, Principal self, Arn group, Delivery delivery, string input)
    {
        var name = group.Resource.Split(':')[1];
        return step.Ask(self, "logs", "CreateLogStream", new() { ["logGroupName"] = name, ["logStreamName"] = delivery.Id }).Then(_ =>
            step.Ask(self, "logs", "PutLogEvents", new()
            {
                ["logGroupName"] = name,
                ["logStreamName"] = delivery.Id,
                ["logEvents"] = new JsonArray(new JsonObject { ["timestamp"] = step.Now.ToUnixTimeMilliseconds(), ["message"] = input }),
            }));
    }

    private static Outcome<Answer> Forward(Step step, Arn bus, string input)
    {
        if (!EventBridgeNames.BusExists(step, bus.Name))
        {
            return EventBridgeNames.NoBus(bus.Name);
        }

        EventBridgeDynamics.Route(step, bus.Name, WireJson.Parse(input)!.AsObject());
        return new Answer(new JsonObject());
    }

    private static Refusal? Refused(Outcome<Answer> outcome) => (outcome as Outcome<Answer>.Refused)?.Refusal;
}
