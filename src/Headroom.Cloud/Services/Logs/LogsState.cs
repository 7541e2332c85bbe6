using Headroom.Cloud.Store;

namespace Headroom.Cloud.Services.Logs;

/// <summary>The tables of the room.</summary>
internal static class LogsState
{
    /// <summary>By name.</summary>
    internal static readonly TableName<Group> Groups = new("logs/groups");

    /// <summary>By <see cref="StreamKey"/>.</summary>
    internal static readonly TableName<Stream> Streams = new("logs/streams");

    /// <summary>By <see cref="StreamKey"/> and twelve digits of position.</summary>
    internal static readonly TableName<LogEvent> Events = new("logs/events");

    /// <summary>Resource policies by name.</summary>
    internal static readonly TableName<Policy> Policies = new("logs/resource-policies");

    internal static string StreamKey(string group, string stream) => $"{group}\n{stream}\n";

    internal static string EventKey(string group, string stream, long position) => $"{StreamKey(group, stream)}{position:d12}";
}

/// <summary>A log group.</summary>
internal sealed record Group(string Name, DateTimeOffset CreatedAt, int? RetentionInDays, string Class, IReadOnlyDictionary<string, string> Tags)
{
    /// <summary>As <c>DescribeLogGroups</c> shows it; policies name it so, too.</summary>
    internal string Arn(CloudSettings settings) => $"{LogGroupArn(settings)}:*";

    /// <summary>Without the <c>:*</c>.</summary>
    internal string LogGroupArn(CloudSettings settings) => settings.Arn("logs", $"log-group:{Name}");
}

/// <summary>A log stream.</summary>
/// <param name="GroupName">Its group.</param>
/// <param name="Name">Its name.</param>
/// <param name="CreatedAt">When it was made.</param>
/// <param name="EventCount">How many events it was ever given: the position of the next.</param>
/// <param name="FirstEventAt">Timestamp of the earliest event, epoch milliseconds.</param>
/// <param name="LastEventAt">Timestamp of the latest event, epoch milliseconds.</param>
/// <param name="LastIngestedAt">When the last events came, epoch milliseconds.</param>
internal sealed record Stream(
    string GroupName,
    string Name,
    DateTimeOffset CreatedAt,
    long EventCount,
    long? FirstEventAt,
    long? LastEventAt,
    long? LastIngestedAt);

/// <summary>A log event; times are epoch milliseconds.</summary>
internal sealed record LogEvent(string StreamName, long Position, long Timestamp, long IngestedAt, string Message);

/// <summary>A resource policy: which AWS services may write to log groups.</summary>
internal sealed record Policy(string Name, string Document, DateTimeOffset UpdatedAt);
