using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Text.Json;
using Headroom.Notifications.Arrival;
using Headroom.Notifications.Configuration;
using Headroom.Notifications.Contract;
using Headroom.Notifications.Requests;

namespace Headroom.Notifications.Delivery;

/// <summary>Starts one execution per service of a notification.</summary>
internal sealed class ExecutionStarter(NotifierSettings settings, PatientCalls calls, NotifierLog log)
{
    // StartExecution allows 1,300 at once and then 300 a second in the large Regions, 800 and 150 in the others; an answer takes some 30 ms. So a
    // thousand services are started within their burst, in a second; more at once make the last hold no earlier (bench: fan-out).
    // https://docs.aws.amazon.com/step-functions/latest/dg/service-quotas.html
    private const int AtOnce = 32;

    /// <summary>Starts them all, whatever becomes of single ones.</summary>
    /// <returns>The services whose execution is not known to have started, and why.</returns>
    public async Task<ImmutableArray<NotStarted>> StartAllAsync(SnsMessage message, Notification notification)
    {
        var capacities = await MaxCapacities.ReadAsync(notification, calls);
        var waiting = new ConcurrentQueue<CoveredService>(notification.Services);
        var failures = new ConcurrentQueue<NotStarted>();
        await Task.WhenAll(Enumerable.Range(0, Math.Min(AtOnce, notification.Services.Length)).Select(_ => WorkAsync()));
        return [.. failures.OrderBy(failure => notification.Services.IndexOf(failure.Service))];

        async Task WorkAsync()
        {
            while (waiting.TryDequeue(out var service))
            {
                if (await StartAsync(message, notification, service, capacities) is { } why)
                {
                    log.NotStarted(message, service.Target, why);
                    failures.Enqueue(new NotStarted(service, why));
                }
            }
        }
    }

    private async Task<AwsReply.Failed?> StartAsync(
        SnsMessage message, Notification notification, CoveredService service, MaxCapacities capacities)
    {
        if (capacities.Unknown.TryGetValue(service.Target, out var why))
        {
            return why;
        }

        var input = HoldRequest.For(message, notification, service, capacities.Of(service), settings.MaxHold);
        switch (await HoldExecution.StartAsync(calls, settings.StateMachineArn, input))
        {
            case AwsReply.Failed { Code: "ExecutionAlreadyExists" }:
                log.AlreadyStarted(message, service.Target);
                return null;
            case AwsReply.Answered answered:
                var started = JsonSerializer.Deserialize(answered.Json, AwsJson.Camel.StartExecutionResponse);
                log.Started(message, service.Target, started?.ExecutionArn ?? "");
                return null;
            case var failed:
                return (AwsReply.Failed)failed;
        }
    }
}
