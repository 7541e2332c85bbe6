using System.Text.Json.Nodes;
using System.Xml.Linq;
using Headroom.Wire.Descriptions;

namespace Headroom.Wire.Protocols.Xml;

/// <summary>Reads errors out of XML: <c>ErrorResponse/Error</c> of Query, or <c>Error</c> alone of S3.</summary>
internal static class XmlErrors
{
    public static WireResult Read(OperationDescription operation, XElement? root, int status)
    {
        var error = root?.DescendantsAndSelf().FirstOrDefault(element => element.Name.LocalName == "Error");
        var code = Text("Code") ?? $"HTTP {status}";
        var declared = operation.ErrorNamed(code);
        return new WireResult.Failed(new WireError(declared?.Name ?? code, Text("Message") ?? "")
        {
            Status = status,
            Members = declared is null || error is null ? null : new XmlBodyReader(new Problems()).Read(declared, error) as JsonObject,
        });

        string? Text(string name) => error?.Elements().FirstOrDefault(element => element.Name.LocalName == name)?.Value;
    }
}
