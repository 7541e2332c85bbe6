using Headroom.Cloud.Kernel;

namespace Headroom.Cloud.Services.Sns;

/// <summary>What SNS refuses, in its words.</summary>
internal static class SnsRefusals
{
    internal static Refusal NoTopic => new("NotFound", "Topic does not exist");

    internal static Refusal NoSubscription => new("NotFound", "Subscription does not exist");

    internal static Refusal Invalid(string parameter, string? reason = null) =>
        new("InvalidParameter", reason is null ? $"Invalid parameter: {parameter}" : $"Invalid parameter: {parameter} Reason: {reason}");
}
