using System.Text.Json.Nodes;

namespace Headroom.Tools.ApiDescriptions.Descriptions;

/// <summary>One shape in our form.</summary>
internal static class ShapeBuilder
{
    private static readonly string[] MemberFacts = ["location", "locationName", "flattened"];

    public static JsonObject Build(JsonObject shape)
    {
        var described = new JsonObject { ["type"] = shape["type"]!.DeepClone() };
        foreach (var fact in new[] { "enum", "min", "max", "timestampFormat", "flattened", "document", "payload" })
        {
            DescriptionBuilder.Take(shape, fact, described);
        }

        if (shape["pattern"] is { } pattern)
        {
            described["pattern"] = Patterns.ForDotNet((string)pattern!);
        }

        AddElement(shape, "member", described);
        AddElement(shape, "key", described);
        AddElement(shape, "value", described);
        if ((string)shape["type"]! == "structure")
        {
            AddError(shape, described);
            if (shape["required"] is JsonArray { Count: > 0 } required)
            {
                described["required"] = required.DeepClone();
            }

            described["members"] = new JsonObject(shape["members"]!.AsObject()
                .Select(member => KeyValuePair.Create<string, JsonNode?>(member.Key, Member(member.Value!.AsObject()))));
        }

        return described;
    }

    private static void AddElement(JsonObject shape, string role, JsonObject described)
    {
        if (shape[role] is JsonObject element)
        {
            described[role] = element["shape"]!.DeepClone();
            if (element["locationName"] is { } name)
            {
                described[role + "Name"] = name.DeepClone();
            }
        }
    }

    // A member without anything of its own is just the name of its shape.
    private static JsonNode Member(JsonObject member)
    {
        var described = new JsonObject { ["shape"] = member["shape"]!.DeepClone() };
        foreach (var fact in MemberFacts)
        {
            DescriptionBuilder.Take(member, fact, described);
        }

        return described.Count == 1 ? described["shape"]!.DeepClone() : described;
    }

    private static void AddError(JsonObject shape, JsonObject described)
    {
        if (shape["exception"] is null)
        {
            return;
        }

        var error = shape["error"]?.AsObject() ?? [];
        described["error"] = error["httpStatusCode"]?.DeepClone() ?? (shape["fault"] is null ? 400 : 500);
        DescriptionBuilder.Take(error, "code", described);
    }
}
