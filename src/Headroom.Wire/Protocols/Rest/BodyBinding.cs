using System.Text;
using System.Text.Json.Nodes;
using Headroom.Wire.Descriptions;
using Headroom.Wire.Http;

namespace Headroom.Wire.Protocols.Rest;

/// <summary>Members that the body carries: one of them as the whole body (a blob, a text, a document), or all without a place of their own.</summary>
internal sealed class BodyBinding(RestDocument document)
{
    /// <summary>Reads a body. A member that is the body is absent where the body is empty.</summary>
    public JsonObject Read(StructureShape shape, byte[] body, Problems problems)
    {
        if (shape.Payload is not { } payload)
        {
            return document.Read(shape, body, problems) as JsonObject ?? [];
        }

        var value = body.Length == 0 ? null : payload.Shape switch
        {
            BlobShape => JsonValue.Create(Convert.ToBase64String(body)),
            StringShape => JsonValue.Create(Encoding.UTF8.GetString(body)),
            var inner => document.Read(inner, body, problems),
        };
        return value is null ? [] : new JsonObject { [payload.Name] = value };
    }

    /// <summary>Writes a body, and its type into the headers where no member has given one.</summary>
    public byte[] Write(StructureShape shape, JsonObject json, OperationDescription operation, WireHeaders headers)
    {
        var (type, body) = (shape.Payload, shape.Payload is { } payload ? json[payload.Name] : json) switch
        {
            (not null, null) => (null, []),
            ({ Shape: BlobShape }, var value) => ("application/octet-stream", Convert.FromBase64String((string)value!)),
            ({ Shape: StringShape }, var value) => ("text/plain", Encoding.UTF8.GetBytes((string)value!)),
            ({ Shape: var inner } member, var value) => (document.Type, document.Write(inner, value!, operation, member)),
            (null, _) when shape.Members.Any(member => member.Location == MemberLocation.Body) =>
                (document.Type, document.Write(shape, json, operation, null)),
            _ => (null, Array.Empty<byte>()),
        };
        if (type is not null && headers["Content-Type"] is null)
        {
            headers.Add("Content-Type", type);
        }

        return body;
    }
}
