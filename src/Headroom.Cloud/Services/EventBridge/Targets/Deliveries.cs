using System.Globalization;
using System.Text.Json.Nodes;
using Headroom.Cloud.Identity;
using Headroom.Cloud.Kernel;
using Headroom.Wire.Json;
using Headroom.Wire.Shapes.EventBridge;

namespace Headroom.Cloud.Services.EventBridge.Targets;

/// <summary>
/// Events on their way (https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-rule-retry-policy.html): taken → done; the target is gone,
/// or does not permit it → given up at once; it cannot now → again, ever later, until the retry policy ends it (185 times, 24
/// hours). What is given up goes to the target's dead-letter queue, where it has one.
/// </summary>
internal static class Deliveries
{
    private const int DefaultRetries = 185;

    /// <summary>What the services say when they cannot now, but may later.</summary>
    private static readonly HashSet<string> Passing =
    [
        "TooManyRequestsException", "ThrottlingException", "Throttled", "RequestThrottled", "OverLimit",
        "ServiceException", "InternalError", "InternalException", "ServiceUnavailableException",
    ];

    private static readonly TimeSpan DefaultAge = TimeSpan.FromHours(24);
    private static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(10);

    internal static void Begin(Step step, StoredRule rule, Target target, JsonObject envelope)
    {
        var delivery = new Delivery(step.Ids.NextUuid(), rule.Key, target.Id, envelope.ToJsonString(WireJson.Options), step.Now, 0);

        // AWS promises no latency; from event to target it is commonly a few hundred milliseconds.
        Schedule(step, delivery, TimeSpan.FromMilliseconds(80 + step.Ids.NextInt(240)));
    }

    internal static void Attempt(Step step, string id)
    {
        var delivery = step.Table(EventBridgeState.Deliveries).Get(id);
        step.Table(EventBridgeState.Deliveries).Remove(id);
        var rule = step.Table(EventBridgeState.Rules).Find(delivery.RuleKey);
        if (rule?.Targets.FirstOrDefault(target => target.Id == delivery.TargetId) is not { } target)
        {
            return;
        }

        var envelope = WireJson.Parse(delivery.Event)!.AsObject();
        var input = TargetInput.Of(step, rule, target, envelope);
        if (TargetCalls.Send(step, rule, target, delivery, envelope, input) is not { } refusal)
        {
            EventBridgeEvents.Delivered(step, rule);
            return;
        }

        var pause = Pause(step, delivery.Retries);
        var exhausted = Exhausted(step, target, delivery, pause);
        if (IsPassing(refusal) && exhausted is null)
        {
            Schedule(step, delivery with { Retries = delivery.Retries + 1 }, pause);
            return;
        }

        EventBridgeEvents.NotDelivered(step, rule, target, refusal);
        SendDeadLetter(step, rule, target, delivery, input, refusal, exhausted);
    }

    private static void Schedule(Step step, Delivery delivery, TimeSpan after)
    {
        step.Table(EventBridgeState.Deliveries).Put(delivery.Id, delivery);
        step.WakeAt(EventBridgeService.Name, delivery.Id, step.Now + after);
    }

    private static TimeSpan Pause(Step step, int retries)
    {
        var longest = TimeSpan.FromSeconds(Math.Pow(2, Math.Min(retries, 10)));
        var capped = longest < LongestPause ? longest : LongestPause;
        return capped * (0.5 + (step.Ids.NextDouble() / 2));
    }

    private static string? Exhausted(Step step, Target target, Delivery delivery, TimeSpan pause)
    {
        var retries = target.RetryPolicy?.MaximumRetryAttempts ?? DefaultRetries;
        var age = target.RetryPolicy?.MaximumEventAgeInSeconds is { } seconds ? TimeSpan.FromSeconds(seconds) : DefaultAge;
        return delivery.Retries >= retries ? "MaximumRetryAttempts" : step.Now + pause - delivery.BeganAt > age ? "MaximumEventAgeInSeconds" : null;
    }

    private static bool IsPassing(Refusal refusal) => Passing.Contains(refusal.Code);

    private static bool IsDenied(Refusal refusal) =>
        refusal.Code.StartsWith("AccessDenied", StringComparison.Ordinal) || refusal.Code == "AuthorizationError";

    private static void SendDeadLetter(
        Step step,
        StoredRule rule,
        Target target,
        Delivery delivery,
        string input,
        Refusal refusal,
        string? exhausted)
    {
        if (target.DeadLetterConfig?.Arn is not { } queue || !Arn.TryParse(queue, out var arn))
        {
            return;
        }

        var attributes = new JsonObject
        {
            ["RULE_ARN"] = Text(rule.Arn(step.Settings)),
            ["TARGET_ARN"] = Text(target.Arn),
            ["ERROR_CODE"] = Text(IsDenied(refusal) ? "NO_PERMISSIONS" : "SDK_CLIENT_ERROR"),
            ["ERROR_MESSAGE"] = Text(refusal.Message),
            ["RETRY_ATTEMPTS"] = Text(delivery.Retries.ToString(CultureInfo.InvariantCulture)),
        };
        if (exhausted is not null && IsPassing(refusal))
        {
            attributes["EXHAUSTED_RETRY_CONDITION"] = Text(exhausted);
        }

        var sent = step.CallAs(new Principal.AwsService("events.amazonaws.com", rule.Arn(step.Settings)), "sqs", "SendMessage", new()
        {
            ["QueueUrl"] = $"{step.Settings.Endpoint}/{arn.AccountId}/{arn.Resource}",
            ["MessageBody"] = input,
            ["MessageAttributes"] = attributes,
        });
        if (sent is Outcome<JsonObject>.Refused { Refusal: var lost })
        {
            EventBridgeEvents.NotDelivered(step, rule, target, lost);
        }
    }

    private static JsonObject Text(string value) => new() { ["DataType"] = "String", ["StringValue"] = value };
}
