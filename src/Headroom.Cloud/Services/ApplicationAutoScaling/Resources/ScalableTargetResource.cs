using System.Text.Json.Nodes;
using Headroom.Wire.Shapes.ApplicationAutoScaling;

namespace Headroom.Cloud.Services.ApplicationAutoScaling.Resources;

/// <summary><c>AWS::ApplicationAutoScaling::ScalableTarget</c>, with its scheduled actions.</summary>
internal static class ScalableTargetResource
{
    private const string ScheduledActions = "ScheduledActions";

    internal static ResourceType Type { get; } = new("AWS::ApplicationAutoScaling::ScalableTarget", Put, Put, Delete)
    {
        ReplacedBy = new HashSet<string> { "ResourceId", "ScalableDimension", "ServiceNamespace" },
    };

    /// <summary>Resource id, dimension and namespace in what <c>Ref</c> gives: <c>service/c/s|ecs:service:DesiredCount|ecs</c>.</summary>
    internal static (string ResourceId, string Dimension, string Namespace) Parse(string physicalId) =>
        physicalId.Split('|') is [var resource, var dimension, var name] ? (resource, dimension, name) : throw new PropertyException($"{physicalId} is no scalable target");

    private static ResourceProgress Put(ResourceRequest request) => ResourceHandler.Call<RegisterScalableTargetRequest, RegisterScalableTargetResponse>(
        request, AutoScalingService.Name, "RegisterScalableTarget", request.Properties.Without(ScheduledActions), _ => PutSchedules(request));

    private static ResourceProgress PutSchedules(ResourceRequest request)
    {
        var given = request.Properties[ScheduledActions] as JsonArray ?? [];
        foreach (var action in given.OfType<JsonObject>())
        {
            var properties = action.Without();
            Identify(request, properties);
            if (ResourceHandler.Call<PutScheduledActionRequest, PutScheduledActionResponse>(
                request, AutoScalingService.Name, "PutScheduledAction", properties, _ => Done(request)) is ResourceProgress.Failed failed)
            {
                return failed;
            }
        }

        var names = given.Select(action => (string?)action?["ScheduledActionName"]).ToHashSet(StringComparer.Ordinal);
        foreach (var dropped in (request.OldProperties[ScheduledActions] as JsonArray ?? []).Select(action => (string?)action?["ScheduledActionName"]).Where(name => !names.Contains(name)))
        {
            var properties = new JsonObject { ["ScheduledActionName"] = dropped };
            Identify(request, properties);
            request.Step.Call(AutoScalingService.Name, "DeleteScheduledAction", properties);
        }

        return Done(request);
    }

    private static ResourceProgress Delete(ResourceRequest request)
    {
        var (resourceId, dimension, name) = Parse(request.PhysicalId);
        var call = new DeregisterScalableTargetRequest { ServiceNamespace = name, ResourceId = resourceId, ScalableDimension = dimension };
        return ResourceHandler.Delete<DeregisterScalableTargetRequest, DeregisterScalableTargetResponse>(
            request, AutoScalingService.Name, "DeregisterScalableTarget", call, "ObjectNotFoundException");
    }

    private static void Identify(ResourceRequest request, JsonObject properties)
    {
        foreach (var name in new[] { "ServiceNamespace", "ResourceId", "ScalableDimension" })
        {
            properties[name] = request.Properties.Text(name);
        }
    }

    private static ResourceProgress.Done Done(ResourceRequest request)
    {
        var id = $"{request.Properties.Text("ResourceId")}|{request.Properties.Text("ScalableDimension")}|{request.Properties.Text("ServiceNamespace")}";
        return new(id, new Dictionary<string, JsonNode?> { ["Id"] = id });
    }
}
