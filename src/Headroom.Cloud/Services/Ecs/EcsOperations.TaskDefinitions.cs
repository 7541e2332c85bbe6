using Headroom.Cloud.Kernel;
using Headroom.Cloud.Services.Ecs.Scheduling;
using Headroom.Wire.Shapes.Ecs;
using Attribute = Headroom.Wire.Shapes.Ecs.Attribute;

namespace Headroom.Cloud.Services.Ecs;

internal static partial class EcsOperations
{
    /// <summary>Registers the next revision of a family.</summary>
    internal static Outcome<RegisterTaskDefinitionResponse> RegisterTaskDefinition(Step step, RegisterTaskDefinitionRequest request)
    {
        if ((ContainerRules.Refuse(request) ?? RefuseTags(request.Tags) ?? FargateSizes.Refuse(request) ?? TaskBehaviour.Refuse(request)) is { } refusal)
        {
            return refusal;
        }

        var table = step.Table(EcsState.TaskDefinitions);
        var revision = (table.WithPrefix(request.Family + ':') is [.., var newest] ? newest.Definition.Revision!.Value : 0) + 1;
        var definition = Form(step, request, revision);
        table.Put(EcsState.TaskDefinitionKey(request.Family, revision), new(definition, request.Tags ?? []));
        return new RegisterTaskDefinitionResponse { TaskDefinition = definition, Tags = request.Tags };
    }

    /// <summary>Describes a revision, or a family's newest active one.</summary>
    internal static Outcome<DescribeTaskDefinitionResponse> DescribeTaskDefinition(Step step, DescribeTaskDefinitionRequest request) =>
        TaskDefinitions.Find(step, request.TaskDefinition) is { } record
            ? new DescribeTaskDefinitionResponse { TaskDefinition = record.Definition, Tags = request.Include?.Contains("TAGS") == true ? record.Tags : null }
            : UnknownTaskDefinition;

    /// <summary>Lists ARNs by family and revision, 100 a page.</summary>
    internal static Outcome<ListTaskDefinitionsResponse> ListTaskDefinitions(Step step, ListTaskDefinitionsRequest request)
    {
        var status = request.Status ?? "ACTIVE";
        var arns = step.Table(EcsState.TaskDefinitions).WithPrefix(request.FamilyPrefix is { } family ? family + ':' : "")
            .Where(record => record.Definition.Status == status)
            .Select(record => record.Definition.TaskDefinitionArn!);
        var page = Page.Of(request.Sort == "DESC" ? arns.Reverse() : arns, arn => arn, request.NextToken, Page.Size(request.MaxResults, byDefault: 100, most: 100));
        return new ListTaskDefinitionsResponse { TaskDefinitionArns = page.Items, NextToken = page.NextToken };
    }

    /// <summary>Makes a revision INACTIVE: what runs it goes on, nothing new can refer to it.</summary>
    internal static Outcome<DeregisterTaskDefinitionResponse> DeregisterTaskDefinition(Step step, DeregisterTaskDefinitionRequest request)
    {
        if (!request.TaskDefinition.Contains(':'))
        {
            return new Refusal("ClientException", "Revision is required for a task definition to be deregistered.");
        }

        if (TaskDefinitions.Find(step, request.TaskDefinition) is not { } record)
        {
            return UnknownTaskDefinition;
        }

        var inactive = record with { Definition = record.Definition with { Status = "INACTIVE", DeregisteredAt = step.Now } };
        step.Table(EcsState.TaskDefinitions).Put(EcsState.TaskDefinitionKey(inactive.Definition.Family!, inactive.Definition.Revision!.Value), inactive);
        return new DeregisterTaskDefinitionResponse { TaskDefinition = inactive.Definition };
    }

    private static Refusal UnknownTaskDefinition { get; } = new("ClientException", "Unable to describe task definition.");

    private static TaskDefinition Form(Step step, RegisterTaskDefinitionRequest request, int revision) => new()
    {
        TaskDefinitionArn = EcsNames.TaskDefinitionArn(step.Settings, request.Family, revision),
        ContainerDefinitions = [.. request.ContainerDefinitions.Select(Complete)],
        Family = request.Family,
        TaskRoleArn = request.TaskRoleArn,
        ExecutionRoleArn = request.ExecutionRoleArn,
        NetworkMode = request.NetworkMode,
        Revision = revision,
        Volumes = request.Volumes ?? [],
        Status = "ACTIVE",
        RequiresAttributes = [new Attribute { Name = "com.amazonaws.ecs.capability.docker-remote-api.1.18" }],
        PlacementConstraints = request.PlacementConstraints ?? [],
        Compatibilities = request.RequiresCompatibilities is { } required && required.Contains("FARGATE") ? ["EC2", "FARGATE"] : ["EC2"],
        RuntimePlatform = request.RuntimePlatform,
        RequiresCompatibilities = request.RequiresCompatibilities,
        Cpu = FargateSizes.Plain(request.Cpu, "vCPU"),
        Memory = FargateSizes.Plain(request.Memory, "GB"),
        PidMode = request.PidMode,
        IpcMode = request.IpcMode,
        ProxyConfiguration = request.ProxyConfiguration,
        RegisteredAt = step.Now,
        RegisteredBy = step.Caller.Principal.Arn,
        EphemeralStorage = request.EphemeralStorage,
        EnableFaultInjection = request.EnableFaultInjection,
    };

    private static ContainerDefinition Complete(ContainerDefinition container) => container with
    {
        Cpu = container.Cpu ?? 0,
        Essential = container.Essential ?? true,
        Environment = container.Environment ?? [],
        MountPoints = container.MountPoints ?? [],
        VolumesFrom = container.VolumesFrom ?? [],
        SystemControls = container.SystemControls ?? [],
        PortMappings = [.. (container.PortMappings ?? []).Select(port => port with { HostPort = port.HostPort ?? port.ContainerPort, Protocol = port.Protocol ?? "tcp" })],
    };
}
