using System.Globalization;
using Headroom.Cloud.Kernel;
using Headroom.Cloud.Services.CloudWatch.Alarms;
using Headroom.Cloud.Services.CloudWatch.CompositeAlarms;
using Headroom.Cloud.Services.CloudWatch.Metrics;
using Headroom.Wire.Shapes.CloudWatch;

namespace Headroom.Cloud.Services.CloudWatch;

internal static partial class CloudWatchOperations
{
    private const int AlarmsPerPage = 50;
    private const int HistoryPerPage = 100;

    /// <summary>
    /// Describes alarms by name, prefix, state or action prefix, metric alarms unless asked for others; or the alarms in a composite alarm's rule
    /// (in brief); or the composite alarms whose rule has an alarm (their names). 50 a page.
    /// </summary>
    internal static Outcome<DescribeAlarmsResponse> DescribeAlarms(Step step, DescribeAlarmsRequest request)
    {
        if (Refuse(request) is { } refusal)
        {
            return refusal;
        }

        var (wanted, form) = Wanted(step, request);
        var page = Page.Of(wanted, alarm => alarm.Name, request.NextToken, request.MaxRecords ?? AlarmsPerPage);
        return new DescribeAlarmsResponse
        {
            MetricAlarms = [.. page.Items.OfType<AlarmRecord>().Select(form.Metric)],
            CompositeAlarms = [.. page.Items.OfType<CompositeRecord>().Select(form.Composite)],
            NextToken = page.NextToken,
        };
    }

    /// <summary>The alarms on one metric; not those on metric math.</summary>
    internal static Outcome<DescribeAlarmsForMetricResponse> DescribeAlarmsForMetric(Step step, DescribeAlarmsForMetricRequest request)
    {
        var key = MetricId.Key(request.Namespace, request.MetricName, request.Dimensions);
        return new DescribeAlarmsForMetricResponse
        {
            MetricAlarms =
            [
                .. step.Table(CloudWatchState.AlarmsByMetric).WithPrefix(key + "\n\n")
                    .Select(name => step.Table(CloudWatchState.Alarms).Get(name).Alarm)
                    .Where(alarm => !Watched.IsMath(alarm))
                    .Where(alarm => request.Statistic is null || alarm.Statistic == request.Statistic)
                    .Where(alarm => request.ExtendedStatistic is null || alarm.ExtendedStatistic == request.ExtendedStatistic)
                    .Where(alarm => request.Unit is null || alarm.Unit == request.Unit)
                    .Where(alarm => request.Period is null || alarm.Period == request.Period),
            ],
        };
    }

    /// <summary>An alarm's history, or everyone's (metric alarms' unless asked for others'), newest first unless asked for otherwise; 100 a page.</summary>
    internal static Outcome<DescribeAlarmHistoryResponse> DescribeAlarmHistory(Step step, DescribeAlarmHistoryRequest request)
    {
        var items = Types(step, request.AlarmTypes)
            .Where(alarm => request.AlarmName is null || alarm.Name == request.AlarmName)
            .SelectMany(alarm => alarm.History)
            .Where(item => request.HistoryItemType is null || item.HistoryItemType == request.HistoryItemType)
            .Where(item => (request.StartDate is not { } start || item.Timestamp >= start) && (request.EndDate is not { } end || item.Timestamp <= end));
        // What happened at one time stays in the order in which it happened.
        var sorted = request.ScanBy == "TimestampAscending" ? items.Reverse().OrderBy(item => item.Timestamp) : items.OrderByDescending(item => item.Timestamp);
        var page = Page.Of(sorted.Index(), item => item.Index.ToString(CultureInfo.InvariantCulture), request.NextToken, request.MaxRecords ?? HistoryPerPage);
        return new DescribeAlarmHistoryResponse { AlarmHistoryItems = [.. page.Items.Select(item => item.Item)], NextToken = page.NextToken };
    }

    private static Refusal? Refuse(DescribeAlarmsRequest request)
    {
        var others = request is { AlarmNames.Count: > 0 } or { AlarmNamePrefix: not null } or { AlarmTypes.Count: > 0 } or { StateValue: not null } or { ActionPrefix: not null };
        return request switch
        {
            { AlarmNames.Count: > 0, AlarmNamePrefix: not null } => new("ValidationError", "AlarmNames and AlarmNamePrefix must not both be specified."),
            { ChildrenOfAlarmName: not null, ParentsOfAlarmName: not null } => new("ValidationError", "ChildrenOfAlarmName and ParentsOfAlarmName must not both be specified."),
            { ChildrenOfAlarmName: not null } when others => new("ValidationError", "With ChildrenOfAlarmName only MaxRecords and NextToken may be specified."),
            { ParentsOfAlarmName: not null } when others => new("ValidationError", "With ParentsOfAlarmName only MaxRecords and NextToken may be specified."),
            _ => null,
        };
    }

    private static (IEnumerable<IAlarmRecord> Alarms, AlarmForm Form) Wanted(Step step, DescribeAlarmsRequest request)
    {
        if (request.ChildrenOfAlarmName is { } parent)
        {
            var composite = step.Table(CloudWatchState.CompositeAlarms).Find(parent);
            return (composite is null ? [] : Found(step, CompositeIndex.Children(step, composite).Order(StringComparer.Ordinal)), AlarmForm.Brief);
        }

        if (request.ParentsOfAlarmName is { } child)
        {
            return (Found(step, CompositeIndex.Parents(step, child)), AlarmForm.Named);
        }

        var named = request.AlarmNames is { Count: > 0 } names
            ? Found(step, names).Where(alarm => IsOf(request.AlarmTypes, alarm.Type))
            : Types(step, request.AlarmTypes, request.AlarmNamePrefix ?? "");
        return (named.Where(alarm => request.StateValue is null || alarm.State == request.StateValue)
            .Where(alarm => request.ActionPrefix is not { } prefix || alarm.Actions(AlarmState.Alarm).Any(action => action.StartsWith(prefix, StringComparison.Ordinal))), AlarmForm.Whole);
    }

    private static IEnumerable<IAlarmRecord> Found(Step step, IEnumerable<string> names) => names.Select(name => AllAlarms.Find(step, name)).OfType<IAlarmRecord>();

    private static IEnumerable<IAlarmRecord> Types(Step step, IReadOnlyList<string>? types, string prefix = "") =>
        (IsOf(types, "CompositeAlarm") ? step.Table(CloudWatchState.CompositeAlarms).WithPrefix(prefix) : Enumerable.Empty<IAlarmRecord>())
            .Concat(IsOf(types, "MetricAlarm") ? step.Table(CloudWatchState.Alarms).WithPrefix(prefix) : []);

    private static bool IsOf(IReadOnlyList<string>? types, string type) => types is { Count: > 0 } ? types.Contains(type) : type == "MetricAlarm";
}
