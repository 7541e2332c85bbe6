
using Amazon.Runtime.CredentialManagement;

namespace Headroom.Cli.Aws;

/// <summary>The Region as AWS's own tools find it.</summary>
internal static class AwsRegion
{
    /// <summary>The profile's Region where a profile is named; else <c>AWS_REGION</c>, <c>AWS_DEFAULT_REGION</c>, the default profile's; else null.</summary>
    internal static string? Find(string? profile)
    {
        var named = profile ?? Environment.GetEnvironmentVariable("AWS_PROFILE") ?? "default";
        var ofProfile = new CredentialProfileStoreChain().TryGetProfile(named, out var found) ? found.Region?.SystemName : null;
        return profile is not null && ofProfile is not null
            ? ofProfile
            : Variable("AWS_REGION") ?? Variable("AWS_DEFAULT_REGION") ?? ofProfile;
    }

    private static string? Variable(string name) => Environment.GetEnvironmentVariable(name) is { Length: > 0 } value ? value : null;
}
