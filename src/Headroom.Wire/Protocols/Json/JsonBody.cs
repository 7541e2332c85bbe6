using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Headroom.Wire.Descriptions;
using Headroom.Wire.Json;

namespace Headroom.Wire.Protocols.Json;

/// <summary>JSON as bodies carry it; it differs from the canonical form in instants (seconds since 1970) and in what it tolerates.</summary>
internal static class JsonBody
{
    /// <summary>Reads a body's value of a shape; an empty body is an empty object.</summary>
    public static JsonNode? Read(Shape shape, byte[] body, Problems problems)
    {
        if (body.Length == 0)
        {
            return new JsonObject();
        }

        JsonNode? json;
        try
        {
            json = WireJson.Parse(body);
        }
        catch (JsonException)
        {
            return problems.Add("The request body is not valid JSON");
        }

        return json is null && shape is StructureShape ? new JsonObject() : new JsonBodyReader(problems).Read(shape, json);
    }

    public static byte[] Write(Shape shape, JsonNode? value) =>
        Encoding.UTF8.GetBytes((JsonBodyWriter.Write(shape, value) ?? new JsonObject()).ToJsonString(WireJson.Options));
}
