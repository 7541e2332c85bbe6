using System.Collections.Immutable;
using Headroom.Wire.Shapes.CloudWatch;

namespace Headroom.Cloud.Services.CloudWatch.Alarms;

/// <summary>An alarm, its tags and its latest history, newest first.</summary>
internal sealed record AlarmRecord(MetricAlarm Alarm, IReadOnlyList<Tag> Tags, ImmutableArray<AlarmHistoryItem> History)
{
    private const int KeptHistory = 30;

    internal AlarmRecord Note(DateTimeOffset now, string type, string summary, string data) => this with
    {
        History =
        [
            new() { AlarmName = Alarm.AlarmName, AlarmType = "MetricAlarm", Timestamp = now, HistoryItemType = type, HistorySummary = summary, HistoryData = data },
            .. History.Take(KeptHistory - 1),
        ],
    };
}
