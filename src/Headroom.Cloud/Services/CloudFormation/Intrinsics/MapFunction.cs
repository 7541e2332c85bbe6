using System.Text.Json.Nodes;
using Headroom.Cloud.Services.CloudFormation.Templates;

namespace Headroom.Cloud.Services.CloudFormation.Intrinsics;

/// <summary>Fn::FindInMap: map, top-level key, second-level key, and with AWS::LanguageExtensions an object with DefaultValue.</summary>
internal static class MapFunction
{
    internal static JsonNode? Find(Scope scope, JsonNode? argument)
    {
        if (argument is not JsonArray { Count: 3 or 4 } path)
        {
            throw new TemplateException(
                "Template error: every Fn::FindInMap object requires three parameters, the map name, map key and the attribute for return value");
        }

        var keys = path.Take(3).Select(key => Resolver.Text(scope, key, "Fn::FindInMap")).ToList();
        var (map, top, second) = (keys[0], keys[1], keys[2]);
        if (((scope.Template.Mappings[map] as JsonObject)?[top] as JsonObject)?[second] is { } found)
        {
            return found.DeepClone();
        }

        return path.Count == 4 && path[3] is JsonObject options && options.ContainsKey("DefaultValue")
            ? Resolver.Resolve(scope, options["DefaultValue"])
            : throw new TemplateException($"Template error: Unable to get mapping for {map}::{top}::{second}");
    }
}
