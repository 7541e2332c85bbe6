using Headroom.Cloud.Kernel;
using Headroom.Cloud.Services.Ecs.Scheduling;
using Headroom.Wire.Shapes.Ecs;

namespace Headroom.Cloud.Services.Ecs;

internal static partial class EcsOperations
{
    /// <summary>
    /// Starts 1 to 10 tasks outside any service; those over the account's launch rate come back as failures. The same request again with its
    /// client token starts none, and gives the first one's.
    /// </summary>
    internal static Outcome<RunTaskResponse> RunTask(Step step, RunTaskRequest request)
    {
        var cluster = EcsNames.Cluster(request.Cluster);
        if (step.Table(EcsState.Clusters).Find(cluster) is not { Status: "ACTIVE" })
        {
            return ClusterNotFound;
        }

        if (ClientTokens.Earlier(step, cluster, request) is { } earlier)
        {
            return earlier.Select(started => new RunTaskResponse { Tasks = [.. started.Select(task => TaskForm.Of(step, task, tags: true))], Failures = [] });
        }

        if (TaskDefinitions.Find(step, request.TaskDefinition) is not { } record)
        {
            return new Refusal("ClientException", "TaskDefinition not found.");
        }

        if (record.Definition.Status != "ACTIVE")
        {
            return new Refusal("ClientException", "TaskDefinition is inactive");
        }

        if ((ServiceRules.RefuseTwoCapacities(request.LaunchType, request.CapacityProviderStrategy) ?? RefuseTags(request.Tags)) is { } refusal)
        {
            return refusal;
        }

        var wanted = request.Count ?? 1;
        if (wanted is < 1 or > 10)
        {
            return new Refusal("InvalidParameterException", "Count must be between 1 and 10.");
        }

        if (record.Definition.NetworkMode == "awsvpc" && request.NetworkConfiguration is null)
        {
            return new Refusal("InvalidParameterException", "Network Configuration must be provided when networkMode 'awsvpc' is specified.");
        }

        var containers = record.Definition.ContainerDefinitions!.Select(container => container.Name).ToHashSet();
        if (request.Overrides?.ContainerOverrides?.FirstOrDefault(one => !containers.Contains(one.Name)) is { } stray)
        {
            return new Refusal("InvalidParameterException", $"Override for container named {stray.Name} is not a container in the TaskDefinition.");
        }

        var (allowed, reason) = LaunchBudget.Take(step, record.Definition, wanted);
        var tasks = Enumerable.Range(0, allowed).Select(_ => TaskLaunch.Start(
            step, cluster, "", request.StartedBy, record.Definition.TaskDefinitionArn!, request.NetworkConfiguration,
            task => task with { Group = request.Group ?? task.Group, Overrides = request.Overrides, Tags = request.Tags ?? [] })).ToList();
        ClientTokens.Keep(step, cluster, request, tasks);
        return new RunTaskResponse
        {
            Tasks = [.. tasks.Select(task => TaskForm.Of(step, task, tags: true))],
            Failures = [.. Enumerable.Range(0, wanted - allowed).Select(_ => new Failure { Reason = "RESOURCE:FARGATE", Detail = reason ?? "You've reached the limit on the rate at which tasks can be launched." })],
        };
    }

    /// <summary>Stops a task; a service replaces it.</summary>
    internal static Outcome<StopTaskResponse> StopTask(Step step, StopTaskRequest request)
    {
        var cluster = EcsNames.Cluster(request.Cluster);
        if (FindTask(step, cluster, request.Task) is not { } task)
        {
            return new Refusal("InvalidParameterException", "The referenced task was not found.");
        }

        TaskLifecycle.Stop(step, task, "UserInitiated", request.Reason ?? "Task stopped by user");
        return new StopTaskResponse { Task = TaskForm.Of(step, step.Table(EcsState.Tasks).Get(task.Key), tags: false) };
    }

    /// <summary>Describes up to 100 tasks, stopped ones for an hour; unknown ones come back as failures MISSING.</summary>
    internal static Outcome<DescribeTasksResponse> DescribeTasks(Step step, DescribeTasksRequest request)
    {
        var cluster = EcsNames.Cluster(request.Cluster);
        if (step.Table(EcsState.Clusters).Find(cluster) is not { Status: "ACTIVE" })
        {
            return ClusterNotFound;
        }

        var tags = request.Include?.Contains("TAGS") == true;
        var found = request.Tasks.Select(named => (Named: named, Task: FindTask(step, cluster, named))).ToList();
        return new DescribeTasksResponse
        {
            Tasks = [.. found.Where(pair => pair.Task is not null).Select(pair => TaskForm.Of(step, pair.Task!, tags))],
            Failures = [.. found.Where(pair => pair.Task is null).Select(pair => Missing(EcsNames.TaskArn(step.Settings, cluster, EcsNames.LastPart(pair.Named))))],
        };
    }

    /// <summary>Lists ARNs of tasks whose desired status is RUNNING, or as asked; 100 a page.</summary>
    internal static Outcome<ListTasksResponse> ListTasks(Step step, ListTasksRequest request)
    {
        var cluster = EcsNames.Cluster(request.Cluster);
        if (step.Table(EcsState.Clusters).Find(cluster) is not { Status: "ACTIVE" })
        {
            return ClusterNotFound;
        }

        if (request.ServiceName is { } named && step.Table(EcsState.Services).Find(ServiceRecord.KeyOf(cluster, EcsNames.LastPart(named))) is null)
        {
            return ServiceNotFound;
        }

        var wanted = request.DesiredStatus ?? TaskStatuses.Running;
        var prefix = request.ServiceName is { } service ? $"{cluster}/{EcsNames.LastPart(service)}/" : cluster + '/';
        var arns = step.Table(EcsState.Tasks).WithPrefix(prefix)
            .Where(task => task.DesiredStatus == wanted)
            .Where(task => request.StartedBy is null || task.StartedBy == request.StartedBy)
            .Where(task => request.Family is null || EcsNames.LastPart(task.TaskDefinition).Split(':')[0] == request.Family)
            .Select(task => EcsNames.TaskArn(step.Settings, cluster, task.Id));
        var page = Page.Of(arns, arn => arn, request.NextToken, Page.Size(request.MaxResults, byDefault: 100, most: 100));
        return new ListTasksResponse { TaskArns = page.Items, NextToken = page.NextToken };
    }

    private static TaskRecord? FindTask(Step step, string cluster, string named) =>
        step.Table(EcsState.TaskKeys).Find($"{cluster}/{EcsNames.LastPart(named)}") is { } key ? step.Table(EcsState.Tasks).Find(key) : null;
}
