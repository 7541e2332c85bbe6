using System.Text.Json.Nodes;
using System.Xml.Linq;
using Headroom.Wire.Descriptions;
using Headroom.Wire.Protocols.Xml;

namespace Headroom.Wire.Protocols.Rest;

/// <summary>XML as S3 writes it, with the names that its answers' roots have.</summary>
internal sealed class S3Document(ServiceDescription service) : RestDocument
{
    private const string LocationConstraint = "LocationConstraint";
    private static readonly XNamespace Space = "http://s3.amazonaws.com/doc/2006-03-01/";

    // The one answer whose root is itself the value:
    // https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetBucketLocation.html
    private readonly Shape? location = service.Operations.GetValueOrDefault("GetBucketLocation")?.Output;

    public override string Type => "application/xml";

    public override JsonNode? Read(Shape shape, byte[] body, Problems problems)
    {
        if (body.Length == 0)
        {
            return new JsonObject();
        }

        return XmlText.Parse(body) is not { } root ? problems.Add("The XML you provided was not well-formed")
            : shape == location ? new JsonObject { [LocationConstraint] = root.Value }
            : new XmlBodyReader(problems).Read(shape, root);
    }

    public override byte[] Write(Shape shape, JsonNode value, OperationDescription operation, Member? payload) => XmlText.Write(shape == location
        ? new XElement(Space + LocationConstraint, (string?)value[LocationConstraint])
        : new XmlBodyWriter(Space).Write(payload?.WireName ?? RootOf(operation), shape, value));

    private static string RootOf(OperationDescription operation) => operation.Name switch
    {
        "CompleteMultipartUpload" => "CompleteMultipartUploadResult",
        "CreateMultipartUpload" => "InitiateMultipartUploadResult",
        "DeleteObjects" => "DeleteResult",
        "GetBucketVersioning" => "VersioningConfiguration",
        "ListBuckets" => "ListAllMyBucketsResult",
        "ListObjectsV2" => "ListBucketResult",
        var name => name + "Result",
    };
}
