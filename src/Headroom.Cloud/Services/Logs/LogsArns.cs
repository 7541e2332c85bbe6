using Headroom.Cloud.Kernel;

namespace Headroom.Cloud.Services.Logs;

/// <summary>
/// How policies name groups and streams
/// (https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazoncloudwatchlogs.html).
/// </summary>
internal static class LogsArns
{
    internal static string Group(Step step, string name) => step.Settings.Arn("logs", $"log-group:{name}:*");

    internal static string Stream(Step step, string group, string stream) => step.Settings.Arn("logs", $"log-group:{group}:log-stream:{stream}");

    /// <summary>Operations take a group's name or, newer, its name or ARN as an identifier.</summary>
    internal static string GroupName(string? name, string? identifier) => name ?? NameOf(identifier ?? "");

    /// <summary>The group's name in an ARN, with or without <c>:*</c>; a name is itself.</summary>
    internal static string NameOf(string identifier) =>
        Arn.TryParse(identifier, out var arn) && arn.Resource.Split(':') is ["log-group", var name, ..] ? name : identifier;
}
