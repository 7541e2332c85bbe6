using System.Collections.Immutable;
using Headroom.Notifications.Contract;

namespace Headroom.Notifications.Delivery;

/// <summary>A service whose execution is not known to have started.</summary>
internal sealed record NotStarted(CoveredService Service, AwsReply.Failed Why)
{
    /// <summary>All of them in one line, those with the same reason together.</summary>
    public static string Describe(string messageId, int of, ImmutableArray<NotStarted> services)
    {
        var byReason = services
            .GroupBy(service => $"{service.Why.Code}: {service.Why.Message}")
            .Select(group => $"{string.Join(", ", group.Select(service => service.Service))} ({group.Key})");
        return $"notification {messageId}: {services.Length} of {of} services could not be started: {string.Join("; ", byReason)}";
    }
}
