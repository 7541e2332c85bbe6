using System.Text.Json.Nodes;

namespace Headroom.Bench.Staging;

/// <summary>Templates made ready for the virtual cloud.</summary>
internal static class Templates
{
    internal static JsonObject WithoutCode(JsonObject template)
    {
        foreach (var properties in Properties(template, "AWS::Lambda::Function"))
        {
            properties["Code"] = new JsonObject { ["ZipFile"] = "runs in the bench" };
        }

        return template;
    }

    internal static IEnumerable<JsonObject> Properties(JsonObject template, string type) =>
        template["Resources"]!.AsObject().Where(resource => (string?)resource.Value!["Type"] == type).Select(resource => resource.Value!["Properties"]!.AsObject());
}
