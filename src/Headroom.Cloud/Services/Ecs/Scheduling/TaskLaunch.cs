using Headroom.Cloud.Kernel;
using Headroom.Wire.Shapes.Ecs;

namespace Headroom.Cloud.Services.Ecs.Scheduling;

/// <summary>Starts a task on Fargate: draws its start-up time and gives it an address.</summary>
internal static class TaskLaunch
{
    private const int Zones = 2;

    internal static TaskRecord ForService(Step step, ServiceRecord service) =>
        Start(step, service.Cluster, service.Name, service.Primary.Id, service.Primary.TaskDefinition, service.Primary.NetworkConfiguration, task => task with
        {
            Group = EcsNames.ServiceGroup(service.Name),
            Tags = service.Settings.PropagateTags == "SERVICE" ? service.Settings.Tags ?? [] : [],
        });

    internal static TaskRecord Start(
        Step step, string cluster, string service, string? startedBy, string taskDefinition, NetworkConfiguration? network, Func<TaskRecord, TaskRecord> more)
    {
        var definition = TaskDefinitions.Get(step, taskDefinition);
        var startUp = TaskTimes.StartUp(step.Ids, TaskBehaviour.Of(definition));
        var zone = step.Ids.NextInt(Zones);
        var subnets = network?.AwsvpcConfiguration?.Subnets ?? [];
        var task = more(new TaskRecord
        {
            Cluster = cluster,
            Service = service,
            Id = step.Ids.NextHex(32),
            StartedBy = startedBy,
            Group = $"family:{definition.Family}",
            TaskDefinition = taskDefinition,
            LastStatus = TaskStatuses.Provisioning,
            AvailabilityZone = step.Settings.Region + (char)('a' + zone),
            Subnet = subnets.Count > 0 ? subnets[zone % subnets.Count] : null,
            PrivateIp = $"10.0.{128 + (zone * 64) + step.Ids.NextInt(64)}.{4 + step.Ids.NextInt(250)}",
            CreatedAt = step.Now,
            ReadyAt = step.Now + startUp,
        });
        TaskLifecycle.Enter(step, null, task);
        step.Table(EcsState.TaskKeys).Put($"{cluster}/{task.Id}", task.Key);
        step.WakeAt(EcsService.Name, EcsDynamics.TaskWake(task.Key), step.Now + TaskTimes.Provisioning(startUp));
        return task;
    }
}
