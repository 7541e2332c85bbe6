using Headroom.Cloud.Kernel;
using Headroom.Cloud.Services.CloudWatch.Alarms;
using Headroom.Cloud.Services.CloudWatch.CompositeAlarms;
using Headroom.Wire.Json;
using Headroom.Wire.Shapes.CloudWatch;

namespace Headroom.Cloud.Services.CloudWatch;

internal static partial class CloudWatchOperations
{
    /// <summary>Creates or replaces an alarm. A new one has INSUFFICIENT_DATA; one that was there keeps its state until it is evaluated.</summary>
    internal static Outcome<PutMetricAlarmResponse> PutMetricAlarm(Step step, PutMetricAlarmRequest request)
    {
        if (AlarmRules.Refuse(request) is { } refusal)
        {
            return refusal;
        }

        if (step.Table(CloudWatchState.CompositeAlarms).Find(request.AlarmName) is not null)
        {
            return new Refusal("ValidationError", $"An alarm named {request.AlarmName} exists already, and it is a composite alarm.");
        }

        var old = step.Table(CloudWatchState.Alarms).Find(request.AlarmName);
        var alarm = MetricForm(step, request, old?.Alarm);
        IAlarmRecord kept = new AlarmRecord(alarm, request.Tags ?? old?.Tags ?? [], old?.History ?? []);
        AllAlarms.Put(step, kept.NoteConfigured(step.Now, old is null, WireJson.ToJson(request)));
        if (old is not null)
        {
            AlarmIndex.Remove(step, old.Alarm);
        }

        AlarmIndex.Add(step, alarm);
        AlarmSchedule.Plan(step, alarm);
        CloudWatchEvents.ConfigurationChanged(step, old is null ? "create" : "update", kept, old);
        return new PutMetricAlarmResponse();
    }

    /// <summary>
    /// Deletes alarms of both kinds, of composite ones at most one. Those that are not there do not keep the others; one that a composite alarm
    /// needs, which stays, keeps all.
    /// </summary>
    internal static Outcome<DeleteAlarmsResponse> DeleteAlarms(Step step, DeleteAlarmsRequest request)
    {
        var alarms = request.AlarmNames.Distinct(StringComparer.Ordinal).Select(name => AllAlarms.Find(step, name)).OfType<IAlarmRecord>().ToList();
        if (alarms.Count == 0 && request.AlarmNames.Count > 0)
        {
            return new Refusal("ResourceNotFound", $"Unknown alarm(s): {string.Join(", ", request.AlarmNames)}");
        }

        if (alarms.Count(alarm => alarm is CompositeRecord) > 1)
        {
            return new Refusal("ValidationError", "At most one composite alarm can be deleted with one DeleteAlarms call.");
        }

        var needed = alarms.Where(alarm => CompositeIndex.Parents(step, alarm.Name).Any(parent => parent == alarm.Name || alarms.All(other => other.Name != parent))).ToList();
        if (needed.Count > 0)
        {
            return new Refusal(
                "ValidationError", $"Cannot delete {string.Join(',', needed.Select(alarm => alarm.Name))} as there are composite alarm(s) depending on {(needed.Count == 1 ? "it" : "them")}.");
        }

        foreach (var alarm in alarms)
        {
            Delete(step, alarm);
            CloudWatchEvents.ConfigurationChanged(step, "delete", alarm, null);
        }

        return new DeleteAlarmsResponse();
    }

    /// <summary>Sets an alarm's state and takes its actions; it lasts until the next evaluation.</summary>
    internal static Outcome<SetAlarmStateResponse> SetAlarmState(Step step, SetAlarmStateRequest request)
    {
        if (AllAlarms.Find(step, request.AlarmName) is null)
        {
            return new Refusal("ResourceNotFound", $"Could not find an alarm with name {request.AlarmName}");
        }

        AlarmTransition.To(step, request.AlarmName, request.StateValue, request.StateReason, request.StateReasonData);
        if (step.Table(CloudWatchState.Alarms).Find(request.AlarmName) is { Alarm: var alarm })
        {
            AlarmSchedule.Plan(step, alarm);
        }

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

    private static void Delete(Step step, IAlarmRecord alarm)
    {
        if (alarm is CompositeRecord composite)
        {
            CompositeIndex.Remove(step, composite);
            step.CancelWake(CloudWatchService.Name, CloudWatchDynamics.SuppressionWake(alarm.Name));
            step.Table(CloudWatchState.CompositeAlarms).Remove(alarm.Name);
        }
        else
        {
            AlarmIndex.Remove(step, ((AlarmRecord)alarm).Alarm);
            step.CancelWake(CloudWatchService.Name, CloudWatchDynamics.AlarmWake(alarm.Name));
            step.Table(CloudWatchState.Alarms).Remove(alarm.Name);
        }
    }

    private static void SetActionsEnabled(Step step, IReadOnlyList<string> names, bool enabled)
    {
        foreach (var alarm in names.Select(name => AllAlarms.Find(step, name)).OfType<IAlarmRecord>())
        {
            AllAlarms.Put(step, alarm.WithActions(enabled));
        }
    }

    private static MetricAlarm MetricForm(Step step, PutMetricAlarmRequest request, MetricAlarm? old) => new()
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
