using Headroom.Cloud.Kernel;
using Headroom.Cloud.Services.CloudWatch.Alarms;
using Headroom.Cloud.Services.CloudWatch.CompositeAlarms;
using Headroom.Wire.Json;
using Headroom.Wire.Shapes.CloudWatch;

namespace Headroom.Cloud.Services.CloudWatch;

internal static partial class CloudWatchOperations
{
    /// <summary>
    /// Creates or replaces a composite alarm. A new one has INSUFFICIENT_DATA until it is evaluated, which is at once; one that was there keeps its
    /// tags, its state until its rule says otherwise, and what its suppressor holds back unless it gets another one.
    /// </summary>
    internal static Outcome<PutCompositeAlarmResponse> PutCompositeAlarm(Step step, PutCompositeAlarmRequest request)
    {
        if (CompositeRules.Refuse(step, request) is { } refusal)
        {
            return refusal;
        }

        var old = step.Table(CloudWatchState.CompositeAlarms).Find(request.AlarmName);
        var composite = new CompositeRecord(CompositeForm(step, request, old?.Alarm), old?.Tags ?? request.Tags ?? [], old?.History ?? [], old?.HeldBackSince);
        if (old is not null)
        {
            CompositeIndex.Remove(step, old);
            composite = old.Alarm.ActionsSuppressor == request.ActionsSuppressor ? composite : ActionSuppression.Free(step, composite);
        }

        AllAlarms.Put(step, ((IAlarmRecord)composite).NoteConfigured(step.Now, old is null, WireJson.ToJson(request)));
        CompositeIndex.Add(step, composite);
        CloudWatchEvents.ConfigurationChanged(step, old is null ? "create" : "update", composite, old);
        CompositeEvaluation.Configured(step, composite, old is null);
        return new PutCompositeAlarmResponse();
    }

    private static CompositeAlarm CompositeForm(Step step, PutCompositeAlarmRequest request, CompositeAlarm? old) => new()
    {
        AlarmName = request.AlarmName,
        AlarmArn = step.Settings.Arn("cloudwatch", $"alarm:{request.AlarmName}"),
        AlarmDescription = request.AlarmDescription,
        AlarmRule = request.AlarmRule,
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
        ActionsSuppressor = request.ActionsSuppressor,
        ActionsSuppressorWaitPeriod = request.ActionsSuppressorWaitPeriod,
        ActionsSuppressorExtensionPeriod = request.ActionsSuppressorExtensionPeriod,
        ActionsSuppressedBy = old?.ActionsSuppressedBy,
        ActionsSuppressedReason = old?.ActionsSuppressedReason,
    };
}
