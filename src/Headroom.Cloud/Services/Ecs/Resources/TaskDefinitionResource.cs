using System.Text.Json.Nodes;
using Headroom.Wire.Shapes.Ecs;

namespace Headroom.Cloud.Services.Ecs.Resources;

/// <summary><c>AWS::ECS::TaskDefinition</c>: a revision never changes; another one replaces it.</summary>
internal static class TaskDefinitionResource
{
    internal static ResourceType Type { get; } = new("AWS::ECS::TaskDefinition", Create, Update, Delete)
    {
        ReplacedBy = new HashSet<string>
        {
            "ContainerDefinitions", "Cpu", "EnableFaultInjection", "EphemeralStorage", "ExecutionRoleArn", "Family", "IpcMode", "Memory", "NetworkMode",
            "PidMode", "PlacementConstraints", "ProxyConfiguration", "RequiresCompatibilities", "RuntimePlatform", "TaskRoleArn", "Volumes",
        },
    };

    private static ResourceProgress Create(ResourceRequest request)
    {
        var properties = request.Properties.WithStackTags(request);
        properties["Family"] ??= request.GeneratedName(255);
        return ResourceHandler.Call<RegisterTaskDefinitionRequest, RegisterTaskDefinitionResponse>(
            request, EcsService.Name, "RegisterTaskDefinition", properties, answer => Done(answer.TaskDefinition!.TaskDefinitionArn!));
    }

    private static ResourceProgress Update(ResourceRequest request) => TagUpdate.Of(request, request.PhysicalId, Done(request.PhysicalId));

    private static ResourceProgress Delete(ResourceRequest request) => ResourceHandler.Delete<DeregisterTaskDefinitionRequest, DeregisterTaskDefinitionResponse>(
        request, EcsService.Name, "DeregisterTaskDefinition", new() { TaskDefinition = request.PhysicalId }, "ClientException");

    private static ResourceProgress.Done Done(string arn) => new(arn, new Dictionary<string, JsonNode?> { ["TaskDefinitionArn"] = arn });
}
