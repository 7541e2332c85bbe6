using Headroom.States.Definition;
using Headroom.States.Execution;

namespace Headroom.States.Reading;

/// <summary>Reads a Wait state: exactly one of its four fields.</summary>
internal static class WaitStateReader
{
    public static WaitState? Read(string name, FieldReader fields)
    {
        fields.AtMostOne("Seconds", "SecondsPath", "Timestamp", "TimestampPath");
        WaitUntil? until =
            fields.Has("Seconds") ? fields.Integer("Seconds", 0, Limits.Timeout) is { } count ? new WaitUntil.Seconds(count) : null
            : fields.Has("SecondsPath") ? fields.Path("SecondsPath") is { } secondsAt ? new WaitUntil.SecondsAt(secondsAt) : null
            : fields.Has("Timestamp") ? ReadTimestamp(fields)
            : fields.Has("TimestampPath") ? fields.Path("TimestampPath") is { } instantAt ? new WaitUntil.InstantAt(instantAt) : null
            : Missing(fields);
        return until is null ? null : new WaitState { Name = name, Until = until };
    }

    private static WaitUntil.Instant? ReadTimestamp(FieldReader fields)
    {
        if (fields.Text("Timestamp") is not { } text)
        {
            return null;
        }

        if (Timestamp.TryParse(text, out var instant))
        {
            return new WaitUntil.Instant(instant);
        }

        fields.Wrong("Timestamp", "String does not match RFC3339 timestamp");
        return null;
    }

    private static WaitUntil? Missing(FieldReader fields)
    {
        fields.Diagnostics.Wrong("One of these fields is required: [Seconds, SecondsPath, Timestamp, TimestampPath]", fields.Location);
        return null;
    }
}
