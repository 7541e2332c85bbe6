using System.Text.Json.Nodes;

namespace Headroom.Cloud.Services.CloudFormation.Inert;

/// <summary>
/// Resource types outside the cloud's scope become inert records: a physical id of the right form, plausible attributes, and no
/// effect. The stack's events say so for each.
/// </summary>
internal static class InertResources
{
    /// <summary>The type of this name.</summary>
    internal static ResourceType Type(string name) => new(
        name,
        request => Record(request, name, Form(name).PhysicalId(request)),
        request => Record(request, name, request.PhysicalId),
        request => new ResourceProgress.Done(request.PhysicalId));

    /// <summary>What the stack's event and resource say.</summary>
    internal static string Notice(string type) => $"kept as an inert record: the embedded cloud has no {type}";

    /// <summary>An attribute that the record does not have: an ARN, or a text that says where it comes from.</summary>
    internal static JsonNode Attribute(CloudSettings settings, StackResourceRecord resource, string attribute) => attribute switch
    {
        _ when attribute.EndsWith("Arn", StringComparison.Ordinal) => InertArns.Of(settings, resource.Type, resource.PhysicalId),
        _ when resource.Properties[attribute] is { } property => property.DeepClone(),
        "Id" => resource.PhysicalId,
        _ => $"{resource.PhysicalId}.{attribute}",
    };

    private static ResourceProgress.Done Record(ResourceRequest request, string type, string id) => new(id, Form(type).Attributes(request, id));

    private static InertForm Form(string type) => InertForms.Find(type) ?? InertForms.Generated;
}
