using System.Text.Json.Nodes;
using Headroom.Wire.Shapes.Logs;

namespace Headroom.Cloud.Services.Logs;

/// <summary>
/// CloudFormation's <see href="https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/AWS_Logs.html">AWS::Logs::LogGroup, LogStream and ResourcePolicy</see>.
/// </summary>
internal static class LogsResources
{
    internal static IReadOnlyList<ResourceType> All { get; } =
    [
        new("AWS::Logs::LogGroup", CreateGroup, UpdateGroup, DeleteGroup) { ReplacedBy = new HashSet<string> { "LogGroupName" } },
        new("AWS::Logs::LogStream", CreateStream, request => new ResourceProgress.Done(request.PhysicalId), DeleteStream) { ReplacedBy = new HashSet<string> { "LogGroupName", "LogStreamName" } },
        new("AWS::Logs::ResourcePolicy", PutPolicy, PutPolicy, DeletePolicy) { ReplacedBy = new HashSet<string> { "PolicyName" } },
    ];

    private static ResourceProgress CreateGroup(ResourceRequest request) => ResourceProperties.Read<GroupProperties>(request.Properties.WithStackTags(request), properties =>
    {
        var name = properties.LogGroupName ?? request.GeneratedName(512);
        var create = new CreateLogGroupRequest
        {
            LogGroupName = name,
            LogGroupClass = properties.LogGroupClass,
            KmsKeyId = properties.KmsKeyId,
            Tags = ResourceTag.Map(properties.Tags),
        };
        return ResourceHandler.Call<CreateLogGroupRequest, CreateLogGroupResponse>(request, LogsService.Name, "CreateLogGroup", create, _ =>
            properties.RetentionInDays is { } days ? Retain(request, name, days) : Group(request, name));
    });

    private static ResourceProgress UpdateGroup(ResourceRequest request) => ResourceProperties.Read<GroupProperties>(request.Properties.WithStackTags(request), properties =>
        properties.RetentionInDays is { } days
            ? Retain(request, request.PhysicalId, days)
            : ResourceHandler.Call<DeleteRetentionPolicyRequest, DeleteRetentionPolicyResponse>(
                request, LogsService.Name, "DeleteRetentionPolicy", new DeleteRetentionPolicyRequest { LogGroupName = request.PhysicalId }, _ => Group(request, request.PhysicalId)));

    private static ResourceProgress DeleteGroup(ResourceRequest request) => ResourceHandler.Delete<DeleteLogGroupRequest, DeleteLogGroupResponse>(
        request, LogsService.Name, "DeleteLogGroup", new() { LogGroupName = request.PhysicalId }, LogsRefusals.NoGroup.Code);

    private static ResourceProgress Retain(ResourceRequest request, string name, int days) => ResourceHandler.Call<PutRetentionPolicyRequest, PutRetentionPolicyResponse>(
        request, LogsService.Name, "PutRetentionPolicy", new PutRetentionPolicyRequest { LogGroupName = name, RetentionInDays = days }, _ => Group(request, name));

    private static ResourceProgress.Done Group(ResourceRequest request, string name) =>
        new(name, new Dictionary<string, JsonNode?> { ["Arn"] = LogsArns.Group(request.Step, name) });

    private static ResourceProgress CreateStream(ResourceRequest request) => ResourceProperties.Read<StreamProperties>(request.Properties, properties =>
    {
        var name = properties.LogStreamName ?? request.GeneratedName(512);
        return ResourceHandler.Call<CreateLogStreamRequest, CreateLogStreamResponse>(
            request, LogsService.Name, "CreateLogStream", new CreateLogStreamRequest { LogGroupName = properties.LogGroupName, LogStreamName = name }, _ => new ResourceProgress.Done(name));
    });

    private static ResourceProgress DeleteStream(ResourceRequest request) => ResourceHandler.Delete<DeleteLogStreamRequest, DeleteLogStreamResponse>(
        request,
        LogsService.Name,
        "DeleteLogStream",
        new() { LogGroupName = ResourceProperties.Of<StreamProperties>(request.Properties).LogGroupName, LogStreamName = request.PhysicalId },
        LogsRefusals.NoStream.Code);

    private static ResourceProgress PutPolicy(ResourceRequest request) => ResourceProperties.Read<PolicyProperties>(request.Properties, properties =>
        ResourceHandler.Call<PutResourcePolicyRequest, PutResourcePolicyResponse>(
            request,
            LogsService.Name,
            "PutResourcePolicy",
            new PutResourcePolicyRequest { PolicyName = properties.PolicyName, PolicyDocument = properties.PolicyDocument },
            _ => new ResourceProgress.Done(properties.PolicyName)));

    private static ResourceProgress DeletePolicy(ResourceRequest request) => ResourceHandler.Delete<DeleteResourcePolicyRequest, DeleteResourcePolicyResponse>(
        request, LogsService.Name, "DeleteResourcePolicy", new() { PolicyName = request.PhysicalId }, LogsRefusals.NoGroup.Code);

    private sealed record GroupProperties(
        string? LogGroupName,
        int? RetentionInDays,
        string? LogGroupClass,
        string? KmsKeyId,
        IReadOnlyList<ResourceTag>? Tags);

    private sealed record StreamProperties(string LogGroupName, string? LogStreamName);

    private sealed record PolicyProperties(string PolicyName, string PolicyDocument);
}
