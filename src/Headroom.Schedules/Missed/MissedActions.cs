using System.Text.Json;
using Headroom.Schedules.Calendar;

namespace Headroom.Schedules.Missed;

/// <summary>
/// Which scheduled actions fell due during a hold. Application Auto Scaling does not run them later
/// (<see href="https://docs.aws.amazon.com/autoscaling/application/userguide/application-auto-scaling-suspend-resume-scaling.html"/>), so a release sets
/// what they would have left behind: the last MinCapacity and the last MaxCapacity, in the order in which they were due.
/// <list type="table">
/// <item><term>due in the half minute before the target was read for the hold</term><description>counts: an action is run seconds after its minute, and may have come too late</description></item>
/// <item><term>due in the 25 seconds to come</term><description>counts: the retries of a refused release wait as long before scheduled scaling runs again; run twice, an action sets the same</description></item>
/// <item><term>a schedule or time zone that cannot be read</term><description>is listed with the problem, and sets nothing</description></item>
/// </list>
/// </summary>
public static class MissedActions
{
    private static readonly TimeSpan RunLate = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan ReleaseTakes = TimeSpan.FromSeconds(25);

    /// <summary>Answers one question, JSON both ways: <c>{"since","until","missed":[],"actions":[…]}</c> gives <c>{"missed":[{"name","dueAt","minCapacity","maxCapacity"}],"minimum","maximum"}</c>.</summary>
    /// <exception cref="JsonException">The payload is no such question.</exception>
    public static byte[] Answer(ReadOnlyMemory<byte> payload)
    {
        var question = JsonSerializer.Deserialize(payload.Span, MissedJson.Default.MissedQuestion) ?? throw new JsonException("null is no question");
        return JsonSerializer.SerializeToUtf8Bytes(Answer(question), MissedJson.Default.MissedAnswer);
    }

    private static MissedAnswer Answer(MissedQuestion question)
    {
        var found = question.Actions.Select(action => Missed(action, question.Since - RunLate, question.Until + ReleaseTakes)).OfType<MissedAction>().ToList();
        // A release that is tried again asks again: what is found now replaces what was.
        List<MissedAction> missed = [.. question.Missed.Where(earlier => !found.Exists(now => now.Name == earlier.Name)), .. found];
        var inOrder = missed.OrderBy(action => action.DueAt ?? DateTime.MaxValue).ToList();
        return new(inOrder, inOrder.LastOrDefault(action => action.MinCapacity is not null)?.MinCapacity, inOrder.LastOrDefault(action => action.MaxCapacity is not null)?.MaxCapacity);
    }

    private static MissedAction? Missed(ScheduledAction action, DateTimeOffset since, DateTimeOffset until)
    {
        if (Schedule.Parse(action.Schedule) is not { } schedule)
        {
            return Unread(action, $"{action.Schedule} is no schedule expression that is known");
        }

        if (LocalTimes.Zone(action.Timezone) is not { } zone)
        {
            return Unread(action, $"there is no time zone {action.Timezone} here");
        }

        var from = action.CreationTime > since ? action.CreationTime : since;
        return new Recurrence(schedule, zone, action.CreationTime, action.StartTime, action.EndTime).Last(from, until) is { } due
            ? new(action.ScheduledActionName, due.UtcDateTime, action.ScalableTargetAction?.MinCapacity, action.ScalableTargetAction?.MaxCapacity, null)
            : null;
    }

    private static MissedAction Unread(ScheduledAction action, string problem) => new(action.ScheduledActionName, null, null, null, problem);
}
