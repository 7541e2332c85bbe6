using System.Globalization;
using System.Text.Json.Nodes;
using Headroom.Cloud.Kernel;
using Headroom.Wire.Json;
using Headroom.Wire.Shapes.Sns;

namespace Headroom.Cloud.Services.Sns;

/// <summary>Topics: https://docs.aws.amazon.com/sns/latest/api/API_CreateTopic.html and its neighbours.</summary>
internal static partial class SnsOperations
{
    private const int PageSize = 100;

    private static readonly HashSet<string> TopicAttributes =
    [
        "DisplayName", "Policy", "DeliveryPolicy", "KmsMasterKeyId", "SignatureVersion", "TracingConfig", "MaximumMessageSize",
        "LambdaSuccessFeedbackRoleArn", "LambdaSuccessFeedbackSampleRate", "LambdaFailureFeedbackRoleArn",
        "SQSSuccessFeedbackRoleArn", "SQSSuccessFeedbackSampleRate", "SQSFailureFeedbackRoleArn",
    ];

    /// <summary>New: made. There with the same attributes and tags: its ARN again. There with others: refused.</summary>
    internal static Outcome<CreateTopicResponse> CreateTopic(Step step, CreateTopicRequest request)
    {
        var attributes = request.Attributes ?? new Dictionary<string, string>();
        if (attributes.ContainsKey("FifoTopic") || request.Name.EndsWith(".fifo", StringComparison.Ordinal))
        {
            return SnsRefusals.Invalid("Topic Name", "The embedded cloud has standard topics only, no FIFO topics.");
        }

        if (request.Name.Length is 0 or > 256 || !request.Name.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_'))
        {
            return SnsRefusals.Invalid("Topic Name");
        }

        if (attributes.Keys.FirstOrDefault(name => !TopicAttributes.Contains(name)) is { } unknown)
        {
            return SnsRefusals.Invalid("Attributes", $"Unknown attribute {unknown}");
        }

        if (TagKeys.ComeTwice(request.Tags?.Select(tag => tag.Key)))
        {
            return SnsRefusals.TagTwice;
        }

        var tags = Tags(request.Tags);
        var arn = step.Settings.Arn("sns", request.Name);
        if (FindTopic(step, arn) is { } present)
        {
            if (attributes.Any(attribute => present.Attributes.GetValueOrDefault(attribute.Key) != attribute.Value))
            {
                return SnsRefusals.Invalid("Attributes", "Topic already exists with different attributes");
            }

            if (request.Tags is not null
                && !tags.OrderBy(tag => tag.Key, StringComparer.Ordinal).SequenceEqual(present.Tags.OrderBy(tag => tag.Key, StringComparer.Ordinal)))
            {
                return SnsRefusals.Invalid("Tags", "Topic already exists with different tags");
            }
        }
        else
        {
            Put(step, new StoredTopic(arn, attributes.ToDictionary(), tags));
        }

        return new CreateTopicResponse { TopicArn = arn };
    }

    /// <summary>Deletes a topic and its subscriptions; one that is not there counts as deleted.</summary>
    internal static Outcome<DeleteTopicResponse> DeleteTopic(Step step, DeleteTopicRequest request)
    {
        if (SnsRefusals.NoArn("TopicArn", request.TopicArn) is { } refusal)
        {
            return refusal;
        }

        foreach (var subscription in SubscriptionsOf(step, request.TopicArn))
        {
            step.Table(SnsState.Subscriptions).Remove(subscription.Arn);
        }

        step.Table(SnsState.Topics).Remove(request.TopicArn);
        return new DeleteTopicResponse();
    }

    internal static Outcome<ListTopicsResponse> ListTopics(Step step, ListTopicsRequest request)
    {
        var page = step.Table(SnsState.Topics).Page("", request.NextToken, PageSize + 1);
        return new ListTopicsResponse
        {
            Topics = [.. page.Take(PageSize).Select(entry => new Topic { TopicArn = entry.Key })],
            NextToken = page.Count > PageSize ? page[PageSize - 1].Key : null,
        };
    }

    internal static Outcome<GetTopicAttributesResponse> GetTopicAttributes(Step step, GetTopicAttributesRequest request)
    {
        if (FindTopic(step, request.TopicArn) is not { } topic)
        {
            return SnsRefusals.NoSuchTopic(request.TopicArn);
        }

        return new GetTopicAttributesResponse
        {
            Attributes = new Dictionary<string, string>(topic.Attributes)
            {
                ["TopicArn"] = topic.Arn,
                ["Owner"] = step.Settings.AccountId,
                ["DisplayName"] = topic.Attributes.GetValueOrDefault("DisplayName") ?? "",
                ["Policy"] = PolicyOf(step, topic),
                ["SubscriptionsConfirmed"] = SubscriptionsOf(step, topic.Arn).Count.ToString(CultureInfo.InvariantCulture),
                ["SubscriptionsPending"] = "0",
                ["SubscriptionsDeleted"] = "0",
            },
        };
    }

    internal static Outcome<SetTopicAttributesResponse> SetTopicAttributes(Step step, SetTopicAttributesRequest request)
    {
        if (FindTopic(step, request.TopicArn) is not { } topic)
        {
            return SnsRefusals.NoSuchTopic(request.TopicArn);
        }

        if (!TopicAttributes.Contains(request.AttributeName))
        {
            return SnsRefusals.Invalid("AttributeName");
        }

        if (request is { AttributeName: "Policy" or "DeliveryPolicy", AttributeValue: { Length: > 0 } document } && WireJson.ObjectOrNull(document) is null)
        {
            return SnsRefusals.Invalid(request.AttributeName, "It is not a JSON object");
        }

        Put(step, topic with { Attributes = With(topic.Attributes, request.AttributeName, request.AttributeValue) });
        return new SetTopicAttributesResponse();
    }

    internal static Outcome<TagResourceResponse> TagResource(Step step, TagResourceRequest request) => TagKeys.ComeTwice(request.Tags.Select(tag => tag.Key))
        ? SnsRefusals.TagTwice
        : FindTopic(step, request.ResourceArn)?.Tags.With(Tags(request.Tags)).Count > TagKeys.Most
            ? SnsRefusals.TooManyTags
            : ChangeTags(step, request.ResourceArn, tags => tags.With(Tags(request.Tags))).Select(_ => new TagResourceResponse());

    internal static Outcome<UntagResourceResponse> UntagResource(Step step, UntagResourceRequest request) => ChangeTags(
        step, request.ResourceArn, tags => tags.Without(request.TagKeys))
        .Select(_ => new UntagResourceResponse());

    internal static Outcome<ListTagsForResourceResponse> ListTagsForResource(Step step, ListTagsForResourceRequest request) =>
        FindTopic(step, request.ResourceArn) is { } topic
            ? new ListTagsForResourceResponse { Tags = [.. topic.Tags.Select(tag => new Tag { Key = tag.Key, Value = tag.Value })] }
            : new Refusal("ResourceNotFound", "Resource does not exist");

    /// <summary>The topic's policy; by default only the account itself may use it.</summary>
    internal static string PolicyOf(Step step, StoredTopic topic) => topic.Attributes.GetValueOrDefault("Policy") ?? new JsonObject
    {
        ["Version"] = "2008-10-17",
        ["Id"] = "__default_policy_ID",
        ["Statement"] = new JsonArray(new JsonObject
        {
            ["Sid"] = "__default_statement_ID",
            ["Effect"] = "Allow",
            ["Principal"] = new JsonObject { ["AWS"] = "*" },
            ["Action"] = new JsonArray(
                "SNS:GetTopicAttributes",
                "SNS:SetTopicAttributes",
                "SNS:AddPermission",
                "SNS:RemovePermission",
                "SNS:DeleteTopic",
                "SNS:Subscribe",
                "SNS:ListSubscriptionsByTopic",
                "SNS:Publish"),
            ["Resource"] = topic.Arn,
            ["Condition"] = new JsonObject { ["StringEquals"] = new JsonObject { ["AWS:SourceOwner"] = step.Settings.AccountId } },
        }),
    }.ToJsonString(WireJson.Options);

    internal static StoredTopic? FindTopic(Step step, string arn) => step.Table(SnsState.Topics).Find(arn);

    private static void Put(Step step, StoredTopic topic) => step.Table(SnsState.Topics).Put(topic.Arn, topic);

    private static Outcome<StoredTopic> ChangeTags(
        Step step,
        string arn,
        Func<IReadOnlyDictionary<string, string>,
        IReadOnlyDictionary<string, string>> change)
    {
        if (FindTopic(step, arn) is not { } topic)
        {
            return new Refusal("ResourceNotFound", "Resource does not exist");
        }

        var changed = topic with { Tags = change(topic.Tags) };
        Put(step, changed);
        return changed;
    }

    private static Dictionary<string, string> Tags(IReadOnlyList<Tag>? tags) => TagKeys.Map(tags, tag => tag.Key, tag => tag.Value);

    internal static Dictionary<string, string> With(IReadOnlyDictionary<string, string> attributes, string name, string? value)
    {
        var changed = attributes.ToDictionary();
        if (string.IsNullOrEmpty(value))
        {
            changed.Remove(name);
        }
        else
        {
            changed[name] = value;
        }

        return changed;
    }
}
