using System.Text;
using System.Text.Json.Nodes;
using Headroom.Cloud.Kernel;
using Headroom.Wire.Json;
using Headroom.Wire.Shapes.EventBridge;

namespace Headroom.Cloud.Services.EventBridge;

/// <summary>Events: https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_PutEvents.html.</summary>
internal static partial class EventBridgeOperations
{
    private const int LargestRequest = 1024 * 1024;

    /// <summary>Puts events on buses. An entry that is wrong fails alone, and says why.</summary>
    internal static Outcome<PutEventsResponse> PutEvents(Step step, PutEventsRequest request)
    {
        if (request.Entries.Sum(Size) > LargestRequest)
        {
            return new Refusal("ValidationException", "Total size of the entries in the request is over the limit.");
        }

        var results = request.Entries.Select(entry => PutEvent(step, entry)).ToList();
        return new PutEventsResponse { Entries = results, FailedEntryCount = results.Count(result => result.ErrorCode is not null) };
    }

    private static PutEventsResultEntry PutEvent(Step step, PutEventsRequestEntry entry)
    {
        var bus = EventBridgeNames.Bus(entry.EventBusName);
        foreach (var (name, value) in new[] { ("Source", entry.Source), ("DetailType", entry.DetailType), ("Detail", entry.Detail) })
        {
            if (string.IsNullOrEmpty(value))
            {
                return new() { ErrorCode = "InvalidArgument", ErrorMessage = $"Parameter {name} is not valid. Reason: {name} is a required argument." };
            }
        }

        if (entry.Source!.StartsWith("aws.", StringComparison.Ordinal))
        {
            return new() { ErrorCode = "NotAuthorizedForSourceException", ErrorMessage = "Not authorized for the source." };
        }

        if (WireJson.ObjectOrNull(entry.Detail!) is not { } detail)
        {
            return new() { ErrorCode = "MalformedDetail", ErrorMessage = "Detail is malformed." };
        }

        if (!EventBridgeNames.BusExists(step, bus))
        {
            return new() { ErrorCode = "ResourceNotFoundException", ErrorMessage = EventBridgeNames.NoBus(bus).Message };
        }

        var id = step.Ids.NextUuid();
        EventBridgeEvents.Put(step, bus, entry, detail);
        EventBridgeDynamics.Route(
            step,
            bus,
            EventEnvelope.Of(step.Settings, id, entry.Source, entry.DetailType!, entry.Time ?? step.Now, entry.Resources ?? [], detail));
        return new() { EventId = id };
    }

    // https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-putevents.html#eb-calculate-putevents-entry-size
    private static int Size(PutEventsRequestEntry entry) =>
        (entry.Time is null ? 0 : 14) + Encoding.UTF8.GetByteCount($"{entry.Source}{entry.DetailType}{entry.Detail}{string.Concat(entry.Resources ?? [])}");
}
