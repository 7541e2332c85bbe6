using System.Text.Json.Nodes;
using Headroom.Wire.Shapes.Ecs;

namespace Headroom.Cloud.Services.Ecs.Resources;

/// <summary>Updates the tags of a resource of which nothing else changed.</summary>
internal static class TagUpdate
{
    internal static ResourceProgress Of(ResourceRequest request, string arn, ResourceProgress.Done done)
    {
        if (request.Properties.WithStackTags(request)["Tags"] is not { } tags)
        {
            return done;
        }

        var call = new JsonObject { ["ResourceArn"] = arn, ["Tags"] = tags.DeepClone() };
        return ResourceHandler.Call<TagResourceRequest, TagResourceResponse>(request, EcsService.Name, "TagResource", call, _ => done);
    }
}
