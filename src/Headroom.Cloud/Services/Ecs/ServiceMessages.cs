using Headroom.Cloud.Kernel;
using Headroom.Wire.Shapes.Ecs;

namespace Headroom.Cloud.Services.Ecs;

/// <summary>
/// A service's own events, in AWS's words, as DescribeServices shows the latest 100
/// (https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service-event-messages-list.html).
/// </summary>
internal static class ServiceMessages
{
    private const int Kept = 100;
    private static readonly TimeSpan RepeatAfter = TimeSpan.FromHours(6);

    /// <summary>Adds to the service's own events.</summary>
    internal static void Say(Step step, string serviceKey, string message)
    {
        if (step.Table(EcsState.Services).Find(serviceKey) is { } service)
        {
            Quote(step, serviceKey, Message(service, message));
        }
    }

    /// <summary>Adds somebody else's words to the service's own events.</summary>
    internal static void Quote(Step step, string serviceKey, string message)
    {
        var services = step.Table(EcsState.Services);
        if (services.Find(serviceKey) is { } service)
        {
            var said = new ServiceEvent { Id = step.Ids.NextUuid(), CreatedAt = step.Now, Message = message };
            services.Put(serviceKey, service with { Events = [said, .. service.Events.Take(Kept - 1)] });
        }
    }

    /// <summary>A lasting trouble is said once in six hours; false where it was said already.</summary>
    internal static bool SayOnce(Step step, string serviceKey, string message)
    {
        var service = step.Table(EcsState.Services).Get(serviceKey);
        var text = Message(service, message);
        if (service.Events.Any(said => said.Message == text && said.CreatedAt > step.Now - RepeatAfter))
        {
            return false;
        }

        Say(step, serviceKey, message);
        return true;
    }

    private static string Message(ServiceRecord service, string message) => $"(service {service.Name}) {message}";
}
