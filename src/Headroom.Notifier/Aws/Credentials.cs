using Headroom.Notifications.Configuration;

namespace Headroom.Notifier.Aws;

/// <summary>The role's temporary credentials, which Lambda puts into the environment for the life of the process.</summary>
/// <param name="AccessKeyId">Names them.</param>
/// <param name="SecretAccessKey">Signs.</param>
/// <param name="SessionToken">Goes along with each request; null for long-lived keys.</param>
internal sealed record Credentials(string AccessKeyId, string SecretAccessKey, string? SessionToken)
{
    /// <summary>Reads them.</summary>
    /// <exception cref="InvalidSettingException">A key is missing.</exception>
    public static Credentials From(Func<string, string?> variable) => new(
        RequiredSetting.Read(variable, "AWS_ACCESS_KEY_ID"),
        RequiredSetting.Read(variable, "AWS_SECRET_ACCESS_KEY"),
        variable("AWS_SESSION_TOKEN") is { Length: > 0 } token ? token : null);
}
