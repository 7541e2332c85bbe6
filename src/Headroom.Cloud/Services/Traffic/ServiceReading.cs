using Headroom.Cloud.Kernel;
using Headroom.Cloud.Services.Ecs;
using Headroom.Traffic.Work;
using Headroom.Wire.Shapes.Ecs;

namespace Headroom.Cloud.Services.Traffic;

/// <summary>What the load on a service needs to know of it, read through ECS's own API.</summary>
/// <param name="Size">What one of its tasks reserves.</param>
/// <param name="TargetGroupArns">Its target groups.</param>
internal sealed record ServiceReading(TaskSize Size, IReadOnlyList<string> TargetGroupArns)
{
    /// <summary>Null where there is no such active service.</summary>
    internal static ServiceReading? Of(Step step, string cluster, string service)
    {
        var services = step.Call<DescribeServicesRequest, DescribeServicesResponse>("ecs", "DescribeServices", new() { Cluster = cluster, Services = [service] });
        if (services is not Outcome<DescribeServicesResponse>.Answered { Response.Services: [{ Status: "ACTIVE", TaskDefinition: { } definition } found] })
        {
            return null;
        }

        var described = step.Call<DescribeTaskDefinitionRequest, DescribeTaskDefinitionResponse>("ecs", "DescribeTaskDefinition", new() { TaskDefinition = definition });
        if (described is not Outcome<DescribeTaskDefinitionResponse>.Answered { Response.TaskDefinition: { } task })
        {
            return null;
        }

        var (cpuUnits, memoryMiB) = FargateSizes.Of(task);
        return new(new(cpuUnits / 1024.0, memoryMiB), [.. (found.LoadBalancers ?? []).Select(group => group.TargetGroupArn).OfType<string>()]);
    }
}
