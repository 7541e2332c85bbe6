using System.Text.Json;

namespace Headroom.Notifications.Contract.Fields;

/// <summary><c>startAt</c>: an ISO 8601 instant.</summary>
internal static class StartAtField
{
    public static Reading<DateTimeOffset?> Read(JsonElement given) =>
        given.ValueKind == JsonValueKind.String && Instant.TryParse(given.GetString()!, out var startAt)
            ? startAt
            : Reading.Refused<DateTimeOffset?>(
                $"startAt: {Given.Value(given)} is not an instant; " +
                "allowed is ISO 8601 with Z or an offset, such as \"2026-01-01T18:00:00Z\"");
}
