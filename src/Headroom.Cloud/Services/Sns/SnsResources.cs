using System.Text.Json.Nodes;
using Headroom.Wire.Json;
using Headroom.Wire.Shapes.Sns;

namespace Headroom.Cloud.Services.Sns;

/// <summary>
/// CloudFormation's <see href="https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/AWS_SNS.html">AWS::SNS::Topic, Subscription, TopicPolicy</see>.
/// </summary>
internal static class SnsResources
{
    internal static IReadOnlyList<ResourceType> All { get; } =
    [
        new("AWS::SNS::Topic", CreateTopic, UpdateTopic, DeleteTopic) { ReplacedBy = new HashSet<string> { "TopicName", "FifoTopic" } },
        new("AWS::SNS::Subscription", CreateSubscription, UpdateSubscription, DeleteSubscription) { ReplacedBy = new HashSet<string> { "TopicArn", "Protocol", "Endpoint" } },
        new(
            "AWS::SNS::TopicPolicy",
            request => PutPolicy(request, request.LogicalId),
            request => PutPolicy(request, request.PhysicalId),
            DeletePolicy),
    ];

    private static ResourceProgress CreateTopic(ResourceRequest request) => ResourceProperties.Read<TopicProperties>(request.Properties.WithStackTags(request), properties =>
    {
        var create = new CreateTopicRequest
        {
            Name = properties.TopicName ?? request.GeneratedName(256),
            Attributes = Attributes(properties),
            Tags = properties.Tags,
        };
        return ResourceHandler.Call<CreateTopicRequest, CreateTopicResponse>(request, SnsService.Name, "CreateTopic", create, created =>
        {
            foreach (var subscription in properties.Subscription ?? [])
            {
                var subscribe = new SubscribeRequest
                {
                    TopicArn = created.TopicArn!,
                    Protocol = subscription.Protocol,
                    Endpoint = subscription.Endpoint,
                };
                if (ResourceHandler.Call<SubscribeRequest, SubscribeResponse>(request, SnsService.Name, "Subscribe", subscribe, _ => Topic(created.TopicArn!)) is ResourceProgress.Failed failed)
                {
                    return failed;
                }
            }

            return Topic(created.TopicArn!);
        });
    });

    private static ResourceProgress UpdateTopic(ResourceRequest request) => ResourceProperties.Read<TopicProperties>(request.Properties.WithStackTags(request), properties =>
    {
        var before = Attributes(ResourceProperties.Of<TopicProperties>(request.OldProperties));
        var after = Attributes(properties);
        foreach (var name in before.Keys.Union(after.Keys).Where(name => before.GetValueOrDefault(name) != after.GetValueOrDefault(name)))
        {
            var set = new SetTopicAttributesRequest
            {
                TopicArn = request.PhysicalId,
                AttributeName = name,
                AttributeValue = after.GetValueOrDefault(name),
            };
            if (ResourceHandler.Call<SetTopicAttributesRequest, SetTopicAttributesResponse>(request, SnsService.Name, "SetTopicAttributes", set, _ => Topic(request.PhysicalId)) is ResourceProgress.Failed failed)
            {
                return failed;
            }
        }

        return ResourceHandler.Call<TagResourceRequest, TagResourceResponse>(
            request, SnsService.Name, "TagResource", new TagResourceRequest { ResourceArn = request.PhysicalId, Tags = properties.Tags ?? [] }, _ => Topic(request.PhysicalId));
    });

    private static ResourceProgress DeleteTopic(ResourceRequest request) =>
        ResourceHandler.Delete<DeleteTopicRequest, DeleteTopicResponse>(
            request,
            SnsService.Name,
            "DeleteTopic",
            new() { TopicArn = request.PhysicalId },
            "NotFound");

    private static ResourceProgress.Done Topic(string arn) =>
        new(arn, new Dictionary<string, JsonNode?> { ["TopicArn"] = arn, ["TopicName"] = arn[(arn.LastIndexOf(':') + 1)..] });

    private static ResourceProgress CreateSubscription(ResourceRequest request) => ResourceProperties.Read<SubscriptionProperties>(request.Properties, properties =>
        ResourceHandler.Call<SubscribeRequest, SubscribeResponse>(
            request,
            SnsService.Name,
            "Subscribe",
            new SubscribeRequest
            {
                TopicArn = properties.TopicArn,
                Protocol = properties.Protocol,
                Endpoint = properties.Endpoint,
                Attributes = Attributes(properties),
                ReturnSubscriptionArn = true,
            },
            created => new ResourceProgress.Done(created.SubscriptionArn!, new Dictionary<string, JsonNode?> { ["Arn"] = created.SubscriptionArn })));

    private static ResourceProgress UpdateSubscription(ResourceRequest request) => ResourceProperties.Read<SubscriptionProperties>(request.Properties, properties =>
    {
        var done = new ResourceProgress.Done(request.PhysicalId, new Dictionary<string, JsonNode?> { ["Arn"] = request.PhysicalId });
        var before = Attributes(ResourceProperties.Of<SubscriptionProperties>(request.OldProperties));
        var after = Attributes(properties);
        foreach (var name in before.Keys.Union(after.Keys).Where(name => before.GetValueOrDefault(name) != after.GetValueOrDefault(name)))
        {
            var set = new SetSubscriptionAttributesRequest
            {
                SubscriptionArn = request.PhysicalId,
                AttributeName = name,
                AttributeValue = after.GetValueOrDefault(name),
            };
            if (ResourceHandler.Call<SetSubscriptionAttributesRequest, SetSubscriptionAttributesResponse>(request, SnsService.Name, "SetSubscriptionAttributes", set, _ => done) is ResourceProgress.Failed failed)
            {
                return failed;
            }
        }

        return done;
    });

    private static ResourceProgress DeleteSubscription(ResourceRequest request) =>
        ResourceHandler.Delete<UnsubscribeRequest, UnsubscribeResponse>(
            request,
            SnsService.Name,
            "Unsubscribe",
            new() { SubscriptionArn = request.PhysicalId },
            "NotFound");

    private static ResourceProgress PutPolicy(ResourceRequest request, string id) => ResourceProperties.Read<TopicPolicyProperties>(request.Properties, properties =>
        SetPolicy(request, properties.Topics, properties.PolicyDocument.ToJsonString(WireJson.Options)) ?? new ResourceProgress.Done(id, new Dictionary<string, JsonNode?> { ["Id"] = id }));

    private static ResourceProgress DeletePolicy(ResourceRequest request) =>
        SetPolicy(request, ResourceProperties.Of<TopicPolicyProperties>(request.Properties).Topics, "") ?? new ResourceProgress.Done(request.PhysicalId);

    private static ResourceProgress? SetPolicy(ResourceRequest request, IEnumerable<string> topics, string policy) => topics
        .Select(topic => ResourceHandler.Delete<SetTopicAttributesRequest, SetTopicAttributesResponse>(
            request, SnsService.Name, "SetTopicAttributes", new() { TopicArn = topic, AttributeName = "Policy", AttributeValue = policy }, policy.Length == 0 ? ["NotFound"] : []))
        .OfType<ResourceProgress.Failed>()
        .FirstOrDefault<ResourceProgress>();

    private static Dictionary<string, string> Attributes(TopicProperties properties) => Given(
        ("DisplayName", properties.DisplayName),
        ("KmsMasterKeyId", properties.KmsMasterKeyId),
        ("SignatureVersion", properties.SignatureVersion),
        ("TracingConfig", properties.TracingConfig),
        ("FifoTopic", properties.FifoTopic is true ? "true" : null));

    private static Dictionary<string, string> Attributes(SubscriptionProperties properties) => Given(
        (SubscriptionAttributes.FilterPolicy, properties.FilterPolicy?.ToJsonString(WireJson.Options)),
        (SubscriptionAttributes.FilterPolicyScope, properties.FilterPolicyScope),
        (SubscriptionAttributes.RedrivePolicy, properties.RedrivePolicy?.ToJsonString(WireJson.Options)),
        ("DeliveryPolicy", properties.DeliveryPolicy?.ToJsonString(WireJson.Options)),
        ("RawMessageDelivery", properties.RawMessageDelivery is { } raw ? (raw ? "true" : "false") : null));

    private static Dictionary<string, string> Given(params (string Name, string? Value)[] attributes) =>
        attributes.Where(attribute => attribute.Value is not null).ToDictionary(attribute => attribute.Name, attribute => attribute.Value!);

    private sealed record TopicProperties(
        string? TopicName,
        string? DisplayName,
        string? KmsMasterKeyId,
        string? SignatureVersion,
        string? TracingConfig,
        bool? FifoTopic,
        IReadOnlyList<InlineSubscription>? Subscription,
        IReadOnlyList<Tag>? Tags);

    private sealed record InlineSubscription(string Protocol, string Endpoint);

    private sealed record SubscriptionProperties(
        string TopicArn,
        string Protocol,
        string Endpoint,
        JsonObject? FilterPolicy,
        string? FilterPolicyScope,
        JsonObject? RedrivePolicy,
        JsonObject? DeliveryPolicy,
        bool? RawMessageDelivery);

    private sealed record TopicPolicyProperties(JsonObject PolicyDocument, IReadOnlyList<string> Topics);
}
