using System.Globalization;
using System.Text.Json.Nodes;
using Headroom.Wire.Json;
using Headroom.Wire.Shapes.Sqs;

namespace Headroom.Cloud.Services.Sqs;

/// <summary>
/// CloudFormation's <see href="https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/AWS_SQS.html">AWS::SQS::Queue and QueuePolicy</see>.
/// </summary>
internal static class SqsResources
{
    internal static IReadOnlyList<ResourceType> All { get; } =
    [
        new("AWS::SQS::Queue", CreateQueue, UpdateQueue, DeleteQueue) { ReplacedBy = new HashSet<string> { "QueueName", "FifoQueue" } },
        new(
            "AWS::SQS::QueuePolicy",
            request => PutPolicy(request, request.LogicalId),
            request => PutPolicy(request, request.PhysicalId),
            DeletePolicy),
    ];

    private static ResourceProgress CreateQueue(ResourceRequest request) => ResourceProperties.Read<QueueProperties>(request.Properties.WithStackTags(request), properties =>
        ResourceHandler.Call<CreateQueueRequest, CreateQueueResponse>(
            request,
            SqsService.Name,
            "CreateQueue",
            new CreateQueueRequest
            {
                QueueName = properties.QueueName ?? request.GeneratedName(80),
                Attributes = Attributes(properties),
                Tags = ResourceTag.Map(properties.Tags),
            },
            created => Queue(request, created.QueueUrl!)));

    private static ResourceProgress UpdateQueue(ResourceRequest request) => ResourceProperties.Read<QueueProperties>(request.Properties.WithStackTags(request), properties =>
    {
        // What the template no longer gives has its default again.
        var changed = Attributes(ResourceProperties.Of<QueueProperties>(request.OldProperties)).Keys
            .ToDictionary(name => name, name => QueueAttributes.Defaults.GetValueOrDefault(name) ?? "");
        foreach (var (name, value) in Attributes(properties))
        {
            changed[name] = value;
        }

        return ResourceHandler.Call<SetQueueAttributesRequest, SetQueueAttributesResponse>(
            request, SqsService.Name, "SetQueueAttributes", new SetQueueAttributesRequest { QueueUrl = request.PhysicalId, Attributes = changed }, _ =>
                ResourceHandler.Call<TagQueueRequest, TagQueueResponse>(
                    request, SqsService.Name, "TagQueue", new TagQueueRequest { QueueUrl = request.PhysicalId, Tags = ResourceTag.Map(properties.Tags) }, _ => Queue(request, request.PhysicalId)));
    });

    private static ResourceProgress DeleteQueue(ResourceRequest request) =>
        ResourceHandler.Delete<DeleteQueueRequest, DeleteQueueResponse>(
            request,
            SqsService.Name,
            "DeleteQueue",
            new() { QueueUrl = request.PhysicalId },
            SqsRefusals.NoQueue.Code);

    private static ResourceProgress.Done Queue(ResourceRequest request, string url)
    {
        var name = SqsOperations.QueueName(url);
        return new(
            url,
            new Dictionary<string, JsonNode?> { ["Arn"] = request.Step.Settings.Arn("sqs", name), ["QueueName"] = name, ["QueueUrl"] = url });
    }

    private static ResourceProgress PutPolicy(ResourceRequest request, string id) => ResourceProperties.Read<QueuePolicyProperties>(request.Properties, properties =>
        SetPolicy(request, properties.Queues, properties.PolicyDocument.ToJsonString(WireJson.Options)) ?? new ResourceProgress.Done(id, new Dictionary<string, JsonNode?> { ["Id"] = id }));

    private static ResourceProgress DeletePolicy(ResourceRequest request) =>
        SetPolicy(request, ResourceProperties.Of<QueuePolicyProperties>(request.Properties).Queues, "") ?? new ResourceProgress.Done(request.PhysicalId);

    private static ResourceProgress? SetPolicy(ResourceRequest request, IEnumerable<string> queues, string policy) => queues
        .Select(queue => ResourceHandler.Delete<SetQueueAttributesRequest, SetQueueAttributesResponse>(
            request,
            SqsService.Name,
            "SetQueueAttributes",
            new() { QueueUrl = queue, Attributes = new Dictionary<string, string> { [QueueAttributes.Policy] = policy } },
            policy.Length == 0 ? [SqsRefusals.NoQueue.Code] : []))
        .OfType<ResourceProgress.Failed>()
        .FirstOrDefault<ResourceProgress>();

    private static Dictionary<string, string> Attributes(QueueProperties properties) => new (string Name, string? Value)[]
    {
        (QueueAttributes.VisibilityTimeout, Text(properties.VisibilityTimeout)),
        (QueueAttributes.DelaySeconds, Text(properties.DelaySeconds)),
        (QueueAttributes.ReceiveWait, Text(properties.ReceiveMessageWaitTimeSeconds)),
        (QueueAttributes.Retention, Text(properties.MessageRetentionPeriod)),
        (QueueAttributes.MaximumSize, Text(properties.MaximumMessageSize)),
        (QueueAttributes.RedrivePolicy, properties.RedrivePolicy?.ToJsonString(WireJson.Options)),
        ("RedriveAllowPolicy", properties.RedriveAllowPolicy?.ToJsonString(WireJson.Options)),
        ("KmsMasterKeyId", properties.KmsMasterKeyId),
        ("KmsDataKeyReusePeriodSeconds", Text(properties.KmsDataKeyReusePeriodSeconds)),
        ("SqsManagedSseEnabled", properties.SqsManagedSseEnabled is { } managed ? (managed ? "true" : "false") : null),
        ("FifoQueue", properties.FifoQueue is true ? "true" : null),
    }.Where(attribute => attribute.Value is not null).ToDictionary(attribute => attribute.Name, attribute => attribute.Value!);

    private static string? Text(int? number) => number?.ToString(CultureInfo.InvariantCulture);

    private sealed record QueueProperties(
        string? QueueName,
        int? VisibilityTimeout,
        int? DelaySeconds,
        int? ReceiveMessageWaitTimeSeconds,
        int? MessageRetentionPeriod,
        int? MaximumMessageSize,
        JsonObject? RedrivePolicy,
        JsonObject? RedriveAllowPolicy,
        string? KmsMasterKeyId,
        int? KmsDataKeyReusePeriodSeconds,
        bool? SqsManagedSseEnabled,
        bool? FifoQueue,
        IReadOnlyList<ResourceTag>? Tags);

    private sealed record QueuePolicyProperties(JsonObject PolicyDocument, IReadOnlyList<string> Queues);
}
