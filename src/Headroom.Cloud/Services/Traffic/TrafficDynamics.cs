using System.Text.Json.Nodes;
using Headroom.Cloud.Kernel;
using Headroom.Cloud.Log;
using Headroom.Cloud.Services.Ecs;
using Headroom.Traffic.Work;

namespace Headroom.Cloud.Services.Traffic;

/// <summary>What the traffic room hears of ECS: a service's tasks changed, so its load is served differently from now on.</summary>
internal static class TrafficDynamics
{
    internal static void Heard(Step step, CloudEvent happened)
    {
        if (happened is { Service: "ecs", Type: EcsEvents.CapacityChange })
        {
            TasksChanged(step, happened.Detail);
        }
    }

    private static void TasksChanged(Step step, JsonObject detail)
    {
        var (cluster, service) = ((string)detail["cluster"]!, (string)detail["service"]!);
        var size = new TaskSize((int)detail["cpuUnits"]! / 1024.0, (int)detail["memoryMiB"]!);
        var load = Loads.UpToDate(step, $"{cluster}/{service}") ?? new() { Cluster = cluster, Service = service, Size = size, Backlog = Backlog.Empty(step.Now) };
        var changed = load with { Size = size, Running = (int)detail["runningCount"]!, Serving = (int)detail["servingCount"]! };
        if (changed != load)
        {
            Loads.Put(step, changed);
            Loads.PutTargetGroups(step, load.Key, ((JsonArray)detail["targetGroups"]!).Select(arn => (string)arn!));
        }
    }
}
