using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Headroom.Notifications.Deletion;
using Headroom.Notifications.Requests;

namespace Headroom.Notifications.Delivery;

/// <summary>
/// Writers and readers made at compile time, because the native binary has no reflection to make them. Text is escaped no more
/// than JSON needs: nothing of it is put into HTML, and people read it in histories and logs.
/// </summary>
internal static class AwsJson
{
    /// <summary>Members as Step Functions, and our own documents, write them.</summary>
    public static readonly CamelCaseJson Camel = new(Options(JsonNamingPolicy.CamelCase));

    /// <summary>Members as SQS, Systems Manager, Application Auto Scaling, CloudWatch, DynamoDB and CloudFormation write them.</summary>
    public static readonly PascalCaseJson Pascal = new(Options(naming: null));

    private static JsonSerializerOptions Options(JsonNamingPolicy? naming) => new()
    {
        PropertyNamingPolicy = naming,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };
}

[JsonSerializable(typeof(HoldRequest))]
[JsonSerializable(typeof(StartExecutionRequest))]
[JsonSerializable(typeof(StartExecutionResponse))]
[JsonSerializable(typeof(ListExecutionsRequest))]
[JsonSerializable(typeof(ListExecutionsResponse))]
[JsonSerializable(typeof(DescribeExecutionRequest))]
[JsonSerializable(typeof(DescribeExecutionResponse))]
[JsonSerializable(typeof(StopExecutionRequest))]
[JsonSerializable(typeof(LogLine))]
[JsonSerializable(typeof(HandledSummary))]
internal sealed partial class CamelCaseJson : JsonSerializerContext;

[JsonSerializable(typeof(string[]))]
[JsonSerializable(typeof(DescribeScalableTargetsRequest))]
[JsonSerializable(typeof(DescribeScalableTargetsResponse))]
[JsonSerializable(typeof(GetParametersByPathRequest))]
[JsonSerializable(typeof(GetParametersByPathResponse))]
[JsonSerializable(typeof(SendMessageRequest))]
[JsonSerializable(typeof(MetricLine))]
[JsonSerializable(typeof(CustomResourceRequest))]
[JsonSerializable(typeof(CustomResourceResponse))]
[JsonSerializable(typeof(ScanRequest))]
[JsonSerializable(typeof(ScanResponse))]
[JsonSerializable(typeof(DescribeStacksRequest))]
[JsonSerializable(typeof(DescribeStacksResponse))]
internal sealed partial class PascalCaseJson : JsonSerializerContext;

internal sealed record StartExecutionRequest(string StateMachineArn, string Name, string Input);

internal sealed record StartExecutionResponse(string? ExecutionArn);

internal sealed record ListExecutionsRequest(string StateMachineArn, string StatusFilter, string? NextToken);

internal sealed record ListExecutionsResponse(ListedExecution[]? Executions, string? NextToken);

internal sealed record ListedExecution(string? ExecutionArn);

internal sealed record DescribeExecutionRequest(string ExecutionArn);

internal sealed record DescribeExecutionResponse(string? Input);

internal sealed record StopExecutionRequest(string ExecutionArn, string Cause);

internal sealed record DescribeScalableTargetsRequest(
    string ServiceNamespace, string ScalableDimension, string[] ResourceIds, string? NextToken);

internal sealed record DescribeScalableTargetsResponse(ScalableTarget[]? ScalableTargets, string? NextToken);

internal sealed record ScalableTarget(string? ResourceId, int MaxCapacity);

internal sealed record GetParametersByPathRequest(string Path, string? NextToken);

internal sealed record GetParametersByPathResponse(Parameter[]? Parameters, string? NextToken);

internal sealed record Parameter(string? Value);

internal sealed record SendMessageRequest(string QueueUrl, string MessageBody, Dictionary<string, MessageAttribute> MessageAttributes);

internal sealed record MessageAttribute(string DataType, string StringValue);

internal sealed record ScanRequest(string TableName, bool ConsistentRead, Dictionary<string, AttributeValue>? ExclusiveStartKey);

internal sealed record ScanResponse(Dictionary<string, AttributeValue>[]? Items, Dictionary<string, AttributeValue>? LastEvaluatedKey);

internal sealed record AttributeValue(string? S);

internal sealed record DescribeStacksRequest(string StackName);

internal sealed record DescribeStacksResponse(DescribedStack[]? Stacks);

internal sealed record DescribedStack(string? StackStatus);
