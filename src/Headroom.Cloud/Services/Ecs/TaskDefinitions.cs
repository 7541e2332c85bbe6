using Headroom.Cloud.Kernel;
using Headroom.Wire.Shapes.Ecs;

namespace Headroom.Cloud.Services.Ecs;

/// <summary>Finds task definitions by <c>family</c> (its newest active revision), <c>family:revision</c> or ARN.</summary>
internal static class TaskDefinitions
{
    private static readonly TimeSpan DefaultStopTimeout = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan LongestStopTimeout = TimeSpan.FromSeconds(120);

    internal static TaskDefinitionRecord? Find(Step step, string nameOrArn)
    {
        var name = EcsNames.LastPart(nameOrArn);
        var parts = name.Split(':');
        var table = step.Table(EcsState.TaskDefinitions);
        return parts.Length == 2 && int.TryParse(parts[1], out var revision)
            ? table.Find(EcsState.TaskDefinitionKey(parts[0], revision))
            : table.WithPrefix(name + ':').LastOrDefault(record => record.Definition.Status == "ACTIVE");
    }

    /// <summary>The definition of an ARN that a service or task holds.</summary>
    internal static TaskDefinition Get(Step step, string arn) =>
        Find(step, arn)?.Definition ?? throw new KeyNotFoundException($"No task definition {arn}, though a task or service refers to it.");

    /// <summary>How long its containers may take to exit after SIGTERM: 30 s unless one says otherwise, at most 120 s on Fargate.</summary>
    internal static TimeSpan StopTimeout(Step step, string arn)
    {
        var longest = (Get(step, arn).ContainerDefinitions ?? []).Max(container => container.StopTimeout) is { } seconds
            ? TimeSpan.FromSeconds(seconds)
            : DefaultStopTimeout;
        return longest < LongestStopTimeout ? longest : LongestStopTimeout;
    }
}
