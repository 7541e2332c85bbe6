using Headroom.Cloud.Kernel;
using Headroom.Wire.Shapes.Ecs;

namespace Headroom.Cloud.Services.Ecs;

/// <summary>What a task definition's containers must have (https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ContainerDefinition.html).</summary>
internal static class ContainerRules
{
    /// <summary>Null where they have it.</summary>
    internal static Refusal? Refuse(RegisterTaskDefinitionRequest request)
    {
        var containers = request.ContainerDefinitions;
        if (containers.Count == 0)
        {
            return Client("Container list cannot be empty.");
        }

        if (containers.Any(container => string.IsNullOrEmpty(container.Image)))
        {
            return Client("Container.image should not be null or empty.");
        }

        if (containers.All(container => container.Essential == false))
        {
            return Client("All tasks must have at least one essential container.");
        }

        var ports = containers.SelectMany(container => container.PortMappings ?? []);
        return request.NetworkMode == "awsvpc" && ports.Any(port => port.HostPort is { } host and not 0 && host != port.ContainerPort)
            ? Client("When networkMode=awsvpc, the host ports and container ports in port mappings must match.")
            : null;
    }

    private static Refusal Client(string message) => new("ClientException", message);
}
