using Headroom.Cloud.Kernel;

namespace Headroom.Cloud.Services.Sns;

/// <summary>What SNS refuses, in its words.</summary>
internal static class SnsRefusals
{
    internal static Refusal NoTopic => new("NotFound", "Topic does not exist");

    internal static Refusal NoSubscription => new("NotFound", "Subscription does not exist");

    /// <summary>A key comes twice among the tags that were given.</summary>
    internal static Refusal TagTwice => Invalid("Duplicated keys are not allowed.");

    internal static Refusal TooManyTags => new("TagLimitExceeded", "Could not complete request: tag quota of per resource exceeded");

    /// <summary>Why there is no such topic: it does not exist, or what was given cannot name one.</summary>
    internal static Refusal NoSuchTopic(string arn) => NoArn("TopicArn", arn) ?? NoTopic;

    /// <summary>Why there is no such subscription.</summary>
    internal static Refusal NoSuchSubscription(string arn) => NoArn("SubscriptionArn", arn) ?? NoSubscription;

    /// <summary>Null where the text has an ARN's six elements.</summary>
    internal static Refusal? NoArn(string parameter, string text) => text.Split(':').Length is var elements and < 6
        ? Invalid(parameter, $"An ARN must have at least 6 elements, not {elements}")
        : null;

    internal static Refusal Invalid(string parameter, string? reason = null) =>
        new("InvalidParameter", reason is null ? $"Invalid parameter: {parameter}" : $"Invalid parameter: {parameter} Reason: {reason}");
}
