using Headroom.Cloud.Kernel;
using Headroom.Cloud.Services.CloudFormation.CustomResources;

namespace Headroom.Cloud.Services.CloudFormation;

/// <summary>What makes resources of a type: a room, or the account's own function.</summary>
internal static class ResourceTypes
{
    /// <summary>The type of this name; null where nobody makes it.</summary>
    internal static ResourceType? Find(Step step, string name) => CustomResource.Type(name) ?? step.ResourceType(name);
}
