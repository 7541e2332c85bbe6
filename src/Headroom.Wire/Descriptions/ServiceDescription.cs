namespace Headroom.Wire.Descriptions;

/// <summary>What clients and servers need to know of one AWS API to speak with each other.</summary>
public sealed class ServiceDescription
{
    /// <summary>Our name of the service, the folder of AWS's model: <c>application-autoscaling</c>, <c>stepfunctions</c>.</summary>
    public required string Service { get; init; }

    /// <summary>The SDKs' name of the service: <c>Application Auto Scaling</c>, <c>SFN</c>.</summary>
    public required string ServiceId { get; init; }

    /// <summary>The API's version, a date: <c>2016-02-06</c>.</summary>
    public required string ApiVersion { get; init; }

    /// <summary>The service in a signature's credential scope: <c>monitoring</c>.</summary>
    public required string SigningName { get; init; }

    /// <summary>The first part of the service's host: <c>api.ecr</c> in <c>api.ecr.us-east-1.amazonaws.com</c>.</summary>
    public required string EndpointPrefix { get; init; }

    /// <summary>The one host of a service without regions (<c>iam.amazonaws.com</c>), or null.</summary>
    public string? GlobalEndpoint { get; init; }

    /// <summary>The protocols that clients may choose from, the service's own favourite first.</summary>
    public required IReadOnlyList<WireProtocol> Protocols { get; init; }

    /// <summary><c>1.0</c> or <c>1.1</c> in <c>Content-Type: application/x-amz-json-1.1</c>; null where AWS JSON is not spoken.</summary>
    public string? JsonVersion { get; init; }

    /// <summary>What stands before the operation in <c>X-Amz-Target</c>: <c>AmazonSQS</c>; null where AWS JSON is not spoken.</summary>
    public string? TargetPrefix { get; init; }

    /// <summary>The namespace of the service's XML, or null.</summary>
    public string? XmlNamespace { get; init; }

    /// <summary>Whether JSON and CBOR errors also carry the code that the Query protocol had (<c>x-amzn-query-error</c>).</summary>
    public bool QueryCompatible { get; init; }

    /// <summary>The operations, by name.</summary>
    public required IReadOnlyDictionary<string, OperationDescription> Operations { get; init; }

    /// <summary>The shapes, by AWS's name.</summary>
    public required IReadOnlyDictionary<string, Shape> Shapes { get; init; }
}
