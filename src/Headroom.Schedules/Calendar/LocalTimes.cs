namespace Headroom.Schedules.Calendar;

/// <summary>Local times as instants.</summary>
public static class LocalTimes
{
    /// <summary>The instant; the first of two where clocks go back, null where they go forward over it.</summary>
    public static DateTimeOffset? Instant(DateTime local, TimeZoneInfo zone)
    {
        if (zone.IsInvalidTime(local))
        {
            return null;
        }

        var offset = zone.IsAmbiguousTime(local) ? zone.GetAmbiguousTimeOffsets(local).Max() : zone.GetUtcOffset(local);
        return new DateTimeOffset(local, offset).ToUniversalTime();
    }

    /// <summary>The time zone of an IANA name; null where there is none.</summary>
    public static TimeZoneInfo? Zone(string? name) =>
        name is null ? TimeZoneInfo.Utc : TimeZoneInfo.TryFindSystemTimeZoneById(name, out var zone) ? zone : null;
}
