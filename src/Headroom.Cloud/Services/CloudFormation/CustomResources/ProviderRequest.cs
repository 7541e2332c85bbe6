using System.Text.Json;
using System.Text.Json.Nodes;

namespace Headroom.Cloud.Services.CloudFormation.CustomResources;

/// <summary>What a provider is told.</summary>
internal static class ProviderRequest
{
    internal static JsonObject Of(ResourceRequest request, string type, string verb)
    {
        var told = new JsonObject
        {
            ["RequestType"] = verb,
            ["ServiceToken"] = (string?)request.Properties["ServiceToken"],
            ["ResponseURL"] = ResponseBucket.Url(request),
            ["StackId"] = request.StackId,
            ["RequestId"] = request.ClientToken,
            ["LogicalResourceId"] = request.LogicalId,
        };
        // Who creates it names it.
        if (verb != "Create")
        {
            told["PhysicalResourceId"] = request.PhysicalId;
        }

        told["ResourceType"] = type;
        told["ResourceProperties"] = Texts(request.Properties);
        if (verb == "Update")
        {
            told["OldResourceProperties"] = Texts(request.OldProperties);
        }

        return told;
    }

    /// <summary>CloudFormation passes on numbers and truth values as texts.</summary>
    private static JsonNode? Texts(JsonNode? value) => value switch
    {
        JsonObject members => new JsonObject(members.Select(member => KeyValuePair.Create(member.Key, Texts(member.Value)))),
        JsonArray items => new JsonArray([.. items.Select(Texts)]),
        null => null,
        _ => value.GetValueKind() == JsonValueKind.String ? value.DeepClone() : JsonValue.Create(value.ToJsonString()),
    };
}
