using System.Text.Json.Nodes;

namespace Headroom.Tools.ApiDescriptions.Records;

/// <summary>The C# type of each shape.</summary>
internal sealed class PropertyTypes(JsonObject shapes, RecordNames names)
{
    public string Of(string name)
    {
        var shape = shapes[name]!.AsObject();
        return (string)shape["type"]! switch
        {
            "structure" when shape.ContainsKey("document") => "JsonNode",
            "structure" => names.Of(name),
            "list" => $"IReadOnlyList<{Of((string)shape["member"]!)}>",
            "map" => $"IReadOnlyDictionary<string, {Of((string)shape["value"]!)}>",
            "string" or "character" => "string",
            "boolean" => "bool",
            "integer" => "int",
            "long" => "long",
            "float" or "double" => "double",
            "timestamp" => "DateTimeOffset",
            "blob" => "byte[]",
            var type => throw new InvalidDataException($"{name} is a {type}, which has no C# type here"),
        };
    }
}
