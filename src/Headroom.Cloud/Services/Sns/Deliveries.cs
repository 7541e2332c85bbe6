using System.Text;
using System.Text.Json.Nodes;
using Headroom.Cloud.Identity;
using Headroom.Cloud.Kernel;

namespace Headroom.Cloud.Services.Sns;

/// <summary>
/// Messages on their way to functions and queues (https://docs.aws.amazon.com/sns/latest/dg/sns-message-delivery-retries.html):
/// taken → done; the endpoint is gone or does not permit SNS → given up at once; it cannot now → three attempts at once, two a
/// second apart, ten from one to twenty seconds, then every twenty seconds, 100,015 in all. What is given up goes to the
/// subscription's dead-letter queue, where it has one.
/// </summary>
internal static class Deliveries
{
    private const int MostAttempts = 100_015;

    internal static void Begin(Step step, StoredSubscription subscription, PublishedMessage message)
    {
        var delivery = new Delivery(step.Ids.NextUuid(), subscription.Arn, message, 0);

        // AWS promises no latency; tens of milliseconds are what is commonly measured within a Region.
        Schedule(step, delivery, TimeSpan.FromMilliseconds(12 + step.Ids.NextInt(30)));
    }

    internal static void Attempt(Step step, string id)
    {
        var delivery = step.Table(SnsState.Deliveries).Get(id);
        if (step.Table(SnsState.Subscriptions).Find(delivery.SubscriptionArn) is not { } subscription)
        {
            step.Table(SnsState.Deliveries).Remove(id);
            return;
        }

        switch (Send(step, subscription, delivery.Message))
        {
            case Outcome<JsonObject>.Refused { Refusal: var refusal } when IsPassing(refusal) && delivery.Attempts + 1 < MostAttempts:
                Schedule(step, delivery with { Attempts = delivery.Attempts + 1 }, PauseAfter(delivery.Attempts + 1));
                break;
            case Outcome<JsonObject>.Refused { Refusal: var refusal }:
                step.Table(SnsState.Deliveries).Remove(id);
                SnsEvents.NotDelivered(step, subscription, delivery.Message, refusal);
                SendDeadLetter(step, subscription, delivery.Message);
                break;
            default:
                step.Table(SnsState.Deliveries).Remove(id);
                SnsEvents.Delivered(step, subscription, delivery.Message);
                break;
        }
    }

    private static void Schedule(Step step, Delivery delivery, TimeSpan after)
    {
        step.Table(SnsState.Deliveries).Put(delivery.Id, delivery);
        step.WakeAt(SnsService.Name, delivery.Id, step.Now + after);
    }

    private static TimeSpan PauseAfter(int attempts) => TimeSpan.FromSeconds(attempts switch
    {
        < 3 => 0,
        < 5 => 1,
        < 15 => 1 + ((attempts - 5) * 19.0 / 9),
        _ => 20,
    });

    private static Outcome<JsonObject> Send(Step step, StoredSubscription subscription, PublishedMessage message)
    {
        var sns = new Principal.AwsService("sns.amazonaws.com", message.TopicArn);
        return subscription.Protocol switch
        {
            "lambda" => step.CallAs(sns, "lambda", "Invoke", new()
            {
                ["FunctionName"] = subscription.Endpoint,
                ["InvocationType"] = "Event",
                ["Payload"] = Convert.ToBase64String(Encoding.UTF8.GetBytes(MessageForms.LambdaEvent(step.Settings, subscription, message))),
            }),
            "sqs" => step.CallAs(sns, "sqs", "SendMessage", MessageForms.QueueMessage(step.Settings, subscription, message, subscription.Endpoint)),
            _ => throw new InvalidOperationException($"A subscription of protocol {subscription.Protocol}"),
        };
    }

    private static void SendDeadLetter(Step step, StoredSubscription subscription, PublishedMessage message)
    {
        if (SubscriptionAttributes.DeadLetterQueue(subscription.Attributes.GetValueOrDefault(SubscriptionAttributes.RedrivePolicy)) is { } queue)
        {
            var sns = new Principal.AwsService("sns.amazonaws.com", message.TopicArn);
            var sent = step.CallAs(sns, "sqs", "SendMessage", MessageForms.QueueMessage(step.Settings, subscription, message, queue));
            if (sent is Outcome<JsonObject>.Refused { Refusal: var refusal })
            {
                SnsEvents.NotDelivered(step, subscription, message, refusal);
            }
        }
    }

    private static bool IsPassing(Refusal refusal) =>
        refusal.Code is "TooManyRequestsException" or "ServiceException" or "OverLimit" or "InternalError" or "RequestThrottled";
}
