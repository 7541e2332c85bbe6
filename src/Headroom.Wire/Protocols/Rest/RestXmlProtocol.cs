using System.Xml.Linq;
using Headroom.Wire.Descriptions;
using Headroom.Wire.Http;
using Headroom.Wire.Protocols.Xml;

namespace Headroom.Wire.Protocols.Rest;

/// <summary>REST-XML as S3 speaks it (<see href="https://docs.aws.amazon.com/AmazonS3/latest/API/RESTAPI.html"/>).</summary>
internal sealed class RestXmlProtocol(ServiceDescription service) : RestProtocol(service, new S3Document(service))
{
    public override WireProtocol Kind => WireProtocol.RestXml;

    private protected override string RequestIdHeader => "x-amz-request-id";

    private protected override string UnreadableRequestCode => "MalformedXML";

    public override WireError UnknownOperation(string name) =>
        new("NotImplemented", $"{Service.ServiceId} has no operation for {name} here");

    public override WireResponse WriteError(OperationDescription? operation, WireError error, string requestId)
    {
        var declared = operation?.ErrorNamed(error.Code);
        var root = new XElement("Error", new XElement("Code", error.Code), new XElement("Message", error.Message));
        if (error.Members is { } members)
        {
            root.Add(members.Select(member => new XElement(member.Key, member.Value?.ToString())));
        }

        root.Add(new XElement("RequestId", requestId));
        var headers = new WireHeaders { [RequestIdHeader] = requestId, ["Content-Type"] = "application/xml" };
        return new WireResponse(
            error.StatusFor(declared, rest: true), headers, operation?.Method == "HEAD" ? [] : XmlText.Write(root));
    }

    private protected override WireResult Read(OperationDescription operation, WireRequest request) =>
        base.Read(operation, BucketHosts.PathStyle(request));

    private protected override WireResult ReadError(OperationDescription operation, WireResponse response) =>
        XmlErrors.Read(operation, XmlText.Parse(response.Body), response.Status);
}
