using Headroom.Cloud.Kernel;
using Headroom.Cloud.Services.CloudWatch.Alarms;

namespace Headroom.Cloud.Services.CloudWatch.CompositeAlarms;

/// <summary>Which composite alarms watch an alarm, and whose actions it suppresses.</summary>
internal static class CompositeIndex
{
    internal static void Add(Step step, CompositeRecord composite)
    {
        foreach (var child in Children(step, composite))
        {
            step.Table(CloudWatchState.CompositesByChild).Put(Key(child, composite), composite.Alarm.AlarmName!);
        }

        if (Suppressor(step, composite) is { } suppressor)
        {
            step.Table(CloudWatchState.CompositesBySuppressor).Put(Key(suppressor, composite), composite.Alarm.AlarmName!);
        }
    }

    internal static void Remove(Step step, CompositeRecord composite)
    {
        foreach (var child in Children(step, composite))
        {
            step.Table(CloudWatchState.CompositesByChild).Remove(Key(child, composite));
        }

        if (Suppressor(step, composite) is { } suppressor)
        {
            step.Table(CloudWatchState.CompositesBySuppressor).Remove(Key(suppressor, composite));
        }
    }

    /// <summary>The names of the alarms in the rule.</summary>
    internal static IEnumerable<string> Children(Step step, CompositeRecord composite) =>
        AlarmRuleParser.Parse(composite.Alarm.AlarmRule!).Alarms.Select(alarm => AllAlarms.NameOf(step, alarm)).OfType<string>().Distinct(StringComparer.Ordinal);

    /// <summary>The names of the composite alarms whose rule has this alarm.</summary>
    internal static IReadOnlyList<string> Parents(Step step, string alarm) => step.Table(CloudWatchState.CompositesByChild).WithPrefix(alarm + "\n\n");

    /// <summary>The names of the composite alarms whose actions this alarm suppresses.</summary>
    internal static IReadOnlyList<string> SuppressedBy(Step step, string alarm) => step.Table(CloudWatchState.CompositesBySuppressor).WithPrefix(alarm + "\n\n");

    private static string? Suppressor(Step step, CompositeRecord composite) => composite.Alarm.ActionsSuppressor is { } suppressor ? AllAlarms.NameOf(step, suppressor) : null;

    private static string Key(string alarm, CompositeRecord composite) => $"{alarm}\n\n{composite.Alarm.AlarmName}";
}
