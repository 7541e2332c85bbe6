using System.Text.Json.Nodes;
using Headroom.Cloud.Kernel;
using Headroom.Cloud.Services.CloudWatch.Alarms;
using Headroom.Cloud.Services.CloudWatch.Metrics;
using Headroom.Wire.Json;
using Headroom.Wire.Shapes.CloudWatch;

namespace Headroom.Cloud.Services.CloudWatch;

internal static partial class CloudWatchOperations
{
    private const int AlarmsPerPage = 50;

    /// <summary>Creates or replaces an alarm. A new one has INSUFFICIENT_DATA; one that was there keeps its state until it is evaluated.</summary>
    internal static Outcome<PutMetricAlarmResponse> PutMetricAlarm(Step step, PutMetricAlarmRequest request)
    {
        if (AlarmRules.Refuse(request) is { } refusal)
        {
            return refusal;
        }

        var alarms = step.Table(CloudWatchState.Alarms);
        var old = alarms.Find(request.AlarmName);
        var alarm = AlarmForm(step, request, old?.Alarm);
        var kept = new AlarmRecord(alarm, request.Tags ?? old?.Tags ?? [], old?.History ?? []);
        alarms.Put(request.AlarmName, kept.Note(step.Now, "ConfigurationUpdate", $"Alarm \"{request.AlarmName}\" {(old is null ? "created" : "updated")}", new JsonObject
        {
            ["version"] = "1.0",
            ["type"] = old is null ? "Create" : "Update",
            ["updatedAlarm"] = WireJson.ToJson(request),
        }.ToJsonString(WireJson.Options)));
        if (old is not null)
        {
            AlarmIndex.Remove(step, old.Alarm);
        }

        AlarmIndex.Add(step, alarm);
        AlarmSchedule.Plan(step, alarm);
        return new PutMetricAlarmResponse();
    }

    /// <summary>Describes alarms by name, prefix, state or action prefix; 50 a page.</summary>
    internal static Outcome<DescribeAlarmsResponse> DescribeAlarms(Step step, DescribeAlarmsRequest request)
    {
        var table = step.Table(CloudWatchState.Alarms);
        var named = request.AlarmNames is { Count: > 0 } names
            ? names.Select(table.Find).OfType<AlarmRecord>()
            : table.WithPrefix(request.AlarmNamePrefix ?? "");
        var wanted = named.Select(record => record.Alarm)
            .Where(alarm => request.StateValue is null || alarm.StateValue == request.StateValue)
            .Where(alarm => request.ActionPrefix is not { } prefix || (alarm.AlarmActions ?? []).Any(action => action.StartsWith(prefix, StringComparison.Ordinal)));
        if (request.AlarmTypes is { Count: > 0 } types && !types.Contains("MetricAlarm"))
        {
            wanted = [];
        }

        var page = Page.Of(wanted, alarm => alarm.AlarmName!, request.NextToken, request.MaxRecords ?? AlarmsPerPage);
        return new DescribeAlarmsResponse { MetricAlarms = page.Items, CompositeAlarms = [], NextToken = page.NextToken };
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
                    .Where(alarm => request.Period is null || alarm.Period == request.Period),
            ],
        };
    }

    /// <summary>Deletes alarms; unless all of them are there, none is deleted.</summary>
    internal static Outcome<DeleteAlarmsResponse> DeleteAlarms(Step step, DeleteAlarmsRequest request)
    {
        var alarms = step.Table(CloudWatchState.Alarms);
        var unknown = request.AlarmNames.Where(name => alarms.Find(name) is null).ToList();
        if (unknown.Count > 0)
        {
            return new Refusal("ResourceNotFound", $"Unknown alarm(s): {string.Join(", ", unknown)}");
        }

        foreach (var name in request.AlarmNames)
        {
            AlarmIndex.Remove(step, alarms.Get(name).Alarm);
            step.CancelWake(CloudWatchService.Name, CloudWatchDynamics.AlarmWake(name));
            alarms.Remove(name);
        }

        return new DeleteAlarmsResponse();
    }

    /// <summary>Sets an alarm's state and takes its actions; it lasts until the next evaluation.</summary>
    internal static Outcome<SetAlarmStateResponse> SetAlarmState(Step step, SetAlarmStateRequest request)
    {
        if (step.Table(CloudWatchState.Alarms).Find(request.AlarmName) is null)
        {
            return new Refusal("ResourceNotFound", $"Could not find an alarm with name {request.AlarmName}");
        }

        AlarmTransition.To(step, request.AlarmName, request.StateValue, request.StateReason, request.StateReasonData);
        AlarmSchedule.Plan(step, step.Table(CloudWatchState.Alarms).Get(request.AlarmName).Alarm);
        return new SetAlarmStateResponse();
    }

    /// <summary>Lets alarms act again.</summary>
    internal static Outcome<EnableAlarmActionsResponse> EnableAlarmActions(Step step, EnableAlarmActionsRequest request)
    {
        SetActionsEnabled(step, request.AlarmNames, enabled: true);
        return new EnableAlarmActionsResponse();
    }

    /// <summary>Lets alarms change state without acting.</summary>
    internal static Outcome<DisableAlarmActionsResponse> DisableAlarmActions(Step step, DisableAlarmActionsRequest request)
    {
        SetActionsEnabled(step, request.AlarmNames, enabled: false);
        return new DisableAlarmActionsResponse();
    }

    /// <summary>An alarm's history, or everyone's, newest first.</summary>
    internal static Outcome<DescribeAlarmHistoryResponse> DescribeAlarmHistory(Step step, DescribeAlarmHistoryRequest request)
    {
        var items = step.Table(CloudWatchState.Alarms).All
            .Where(record => request.AlarmName is null || record.Alarm.AlarmName == request.AlarmName)
            .SelectMany(record => record.History)
            .Where(item => request.HistoryItemType is null || item.HistoryItemType == request.HistoryItemType)
            .Where(item => (request.StartDate is not { } start || item.Timestamp >= start) && (request.EndDate is not { } end || item.Timestamp <= end))
            .ToList();
        var sorted = request.ScanBy == "TimestampAscending" ? items.OrderBy(item => item.Timestamp) : items.OrderByDescending(item => item.Timestamp);
        return new DescribeAlarmHistoryResponse { AlarmHistoryItems = [.. sorted.Take(request.MaxRecords ?? 100)] };
    }

    private static void SetActionsEnabled(Step step, IReadOnlyList<string> names, bool enabled)
    {
        var alarms = step.Table(CloudWatchState.Alarms);
        foreach (var record in names.Select(alarms.Find).OfType<AlarmRecord>())
        {
            alarms.Put(record.Alarm.AlarmName!, record with { Alarm = record.Alarm with { ActionsEnabled = enabled } });
        }
    }

    private static MetricAlarm AlarmForm(Step step, PutMetricAlarmRequest request, MetricAlarm? old) => new()
    {
        AlarmName = request.AlarmName,
        AlarmArn = step.Settings.Arn("cloudwatch", $"alarm:{request.AlarmName}"),
        AlarmDescription = request.AlarmDescription,
        AlarmConfigurationUpdatedTimestamp = step.Now,
        ActionsEnabled = request.ActionsEnabled ?? true,
        OKActions = request.OKActions ?? [],
        AlarmActions = request.AlarmActions ?? [],
        InsufficientDataActions = request.InsufficientDataActions ?? [],
        StateValue = old?.StateValue ?? AlarmState.InsufficientData,
        StateReason = old?.StateReason ?? "Unchecked: Initial alarm creation",
        StateReasonData = old?.StateReasonData,
        StateUpdatedTimestamp = old?.StateUpdatedTimestamp ?? step.Now,
        StateTransitionedTimestamp = old?.StateTransitionedTimestamp ?? step.Now,
        MetricName = request.MetricName,
        Namespace = request.Namespace,
        Statistic = request.Statistic,
        ExtendedStatistic = request.ExtendedStatistic,
        Dimensions = request.Dimensions ?? [],
        Period = request.Period,
        Unit = request.Unit,
        EvaluationPeriods = request.EvaluationPeriods,
        DatapointsToAlarm = request.DatapointsToAlarm,
        Threshold = request.Threshold,
        ComparisonOperator = request.ComparisonOperator,
        TreatMissingData = request.TreatMissingData,
        EvaluateLowSampleCountPercentile = request.EvaluateLowSampleCountPercentile,
        Metrics = request.Metrics,
    };
}
