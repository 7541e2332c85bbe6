using Headroom.Cloud.Kernel;
using Headroom.Wire.Shapes.Ecs;

namespace Headroom.Cloud.Services.ApplicationAutoScaling.Capacity;

/// <summary>Reads and writes the capacity of a target through ECS's own API, as Application Auto Scaling's service-linked role.</summary>
internal static class CurrentCapacity
{
    /// <summary>The service, or null where it does not exist (any more).</summary>
    internal static Service? Read(Step step, string resourceId)
    {
        if (AutoScalingNames.Service(resourceId) is not var (cluster, service))
        {
            return null;
        }

        var call = new DescribeServicesRequest { Cluster = cluster, Services = [service] };
        return step.CallAs<DescribeServicesRequest, DescribeServicesResponse>(AutoScalingNames.Role(step), "ecs", "DescribeServices", call)
            is Outcome<DescribeServicesResponse>.Answered { Response.Services: [{ Status: not "INACTIVE" } found] } ? found : null;
    }

    /// <summary>Sets the desired count; null, or why ECS refuses.</summary>
    internal static Refusal? Write(Step step, string resourceId, int desiredCount)
    {
        var (cluster, service) = AutoScalingNames.Service(resourceId)!.Value;
        var call = new UpdateServiceRequest { Cluster = cluster, Service = service, DesiredCount = desiredCount };
        return step.CallAs<UpdateServiceRequest, UpdateServiceResponse>(AutoScalingNames.Role(step), "ecs", "UpdateService", call)
            is Outcome<UpdateServiceResponse>.Refused refused ? refused.Refusal : null;
    }
}
