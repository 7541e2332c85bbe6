using System.Text.Json.Nodes;
using Headroom.Cloud.Kernel;
using Headroom.Cloud.Services;

namespace Headroom.Simulation.Staging;

/// <summary>Makes a template's resources in the order in which they refer to each other.</summary>
internal sealed class HoldDeployment
{
    private readonly Dictionary<string, ResourceProgress.Done> _made = new(StringComparer.Ordinal);
    private readonly JsonObject _resources;
    private readonly Intrinsics _intrinsics;
    private readonly Step _step;

    private HoldDeployment(Step step, JsonObject resources)
    {
        (_step, _resources) = (step, resources);
        _intrinsics = new(Reference, (logicalId, name) => logicalId.StartsWith("WebService", StringComparison.Ordinal)
            ? StageNames.Service(0)
            : Make(logicalId).Attributes!.GetValueOrDefault(name));
    }

    /// <summary>Makes all of them; the physical id of each, by type.</summary>
    internal static ILookup<string, string> Make(Step step, JsonObject resources)
    {
        var deployment = new HoldDeployment(step, resources);
        return resources.ToLookup(resource => (string)resource.Value!["Type"]!, resource => deployment.Make(resource.Key).PhysicalId);
    }

    private ResourceProgress.Done Make(string logicalId)
    {
        if (_made.TryGetValue(logicalId, out var made))
        {
            return made;
        }

        var resource = _resources[logicalId]!;
        var type = _step.ResourceType((string)resource["Type"]!);
        var properties = (JsonObject)_intrinsics.Resolve(resource["Properties"])!;
        var request = new ResourceRequest(_step, "stack", "infra", logicalId, "", properties, [], logicalId);
        var progress = type is null ? new ResourceProgress.Done(logicalId) : type.Create(request);
        return _made[logicalId] = progress as ResourceProgress.Done ?? throw new InvalidOperationException($"{logicalId}: {progress}");
    }

    private JsonNode? Reference(string name) => name switch
    {
        "AWS::Partition" => "aws",
        "AWS::Region" => _step.Settings.Region,
        "AWS::AccountId" => _step.Settings.AccountId,
        _ when name.StartsWith("Cluster", StringComparison.Ordinal) => StageNames.Cluster,
        _ => Make(name) is var made ? made.Ref ?? made.PhysicalId : null,
    };
}
