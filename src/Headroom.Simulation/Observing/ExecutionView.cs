using System.Globalization;
using System.Text.Json.Nodes;

namespace Headroom.Simulation.Observing;

/// <summary>One execution as seen from outside.</summary>
internal sealed class ExecutionView(string arn, JsonObject input, DateTimeOffset startedAt)
{
    internal string Arn { get; } = arn;

    internal string Name => Actor.Execution.Short(Arn);

    /// <summary><c>hold</c>, <c>release</c>, <c>recover</c>, <c>sweep</c>, or <c>ended</c> for the news of an ended execution.</summary>
    internal string Action { get; } = (string?)input["action"] ?? "ended";

    internal string? Target { get; } = (string?)input["target"];

    /// <summary>The name of the service that it is to hold or release; null for all others.</summary>
    internal string? Service { get; } = (string?)input["action"] is "hold" or "release" && (string?)input["target"] is { } target ? target[(target.LastIndexOf('/') + 1)..] : null;

    /// <summary>The service whose deployment it looks at; null for all others.</summary>
    internal string? Guarded { get; } = (string?)input["resources"]?[0] is { } resource ? resource[(resource.LastIndexOf('/') + 1)..] : null;

    internal string? NotificationId { get; } = (string?)input["notificationId"];

    internal int Wanted { get; } = (int?)input["wanted"] ?? 0;

    internal DateTimeOffset HoldUntil { get; } = Instant(input["holdUntil"]);

    internal DateTimeOffset StartAt { get; } = Instant(input["startAt"]);

    internal DateTimeOffset PublishedAt { get; } = Instant(input["publishedAt"]);

    internal DateTimeOffset StartedAt { get; } = startedAt;

    /// <summary>From when on it is to do its work.</summary>
    internal DateTimeOffset DueAt => StartAt > StartedAt ? StartAt : StartedAt;

    internal DateTimeOffset? EndedAt { get; set; }

    internal string Status { get; set; } = "RUNNING";

    internal string? Outcome { get; set; }

    internal string? Error { get; set; }

    internal string? Cause { get; set; }

    /// <summary>Whether it got its hold into place, or had the hold that it is to release.</summary>
    internal bool IsTakenUp { get; set; }

    /// <summary>Whether it announced its hold while scale-in was paused and the floor was reached; null before.</summary>
    internal bool? AnnouncedInPlace { get; set; }

    /// <summary>When it last read a hold's record.</summary>
    internal DateTimeOffset ReadAt { get; set; }

    /// <summary>When it last read a scalable target.</summary>
    internal DateTimeOffset DescribedAt { get; set; }

    /// <summary>When it last read a service.</summary>
    internal DateTimeOffset ServiceReadAt { get; set; }

    /// <summary>When it first read or changed a scalable target or service.</summary>
    internal DateTimeOffset? TouchedAt { get; set; }

    /// <summary>When it first changed one.</summary>
    internal DateTimeOffset? ChangedAt { get; set; }

    internal bool IsAlive => EndedAt is null;

    private static DateTimeOffset Instant(JsonNode? text) =>
        text is null ? DateTimeOffset.MinValue : DateTimeOffset.Parse((string)text!, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind);
}
