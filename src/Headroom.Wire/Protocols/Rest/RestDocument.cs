using System.Text.Json.Nodes;
using Headroom.Wire.Descriptions;
using Headroom.Wire.Protocols.Json;

namespace Headroom.Wire.Protocols.Rest;

/// <summary>The document that a REST body holds: JSON or XML.</summary>
internal abstract class RestDocument
{
    /// <summary>Its media type.</summary>
    public abstract string Type { get; }

    /// <summary>Reads a document of a shape; an empty body is an empty object.</summary>
    public abstract JsonNode? Read(Shape shape, byte[] body, Problems problems);

    /// <summary>Writes a document of a shape: the members in the body, or the one member that is the body.</summary>
    public abstract byte[] Write(Shape shape, JsonNode value, OperationDescription operation, Member? payload);

    /// <summary>JSON, as REST-JSON has it.</summary>
    internal sealed class OfJson : RestDocument
    {
        public override string Type => "application/json";

        public override JsonNode? Read(Shape shape, byte[] body, Problems problems) => JsonBody.Read(shape, body, problems);

        public override byte[] Write(Shape shape, JsonNode value, OperationDescription operation, Member? payload) => JsonBody.Write(shape, value);
    }
}
