using System.Globalization;
using Headroom.Rehearsal.Recording;

namespace Headroom.Rehearsal.Comparing;

/// <summary>
/// Reads findings from a comparison:
/// <para>nothing was held → <c>NothingHeld</c>, and nothing else can be said of the hold;</para>
/// <para>ready after the push, or never → <c>NotifiedTooLate</c> or <c>NeverReady</c>;</para>
/// <para>dropped although all that was held was there → <c>TooFewTasks</c>;</para>
/// <para>dropped after the hold → <c>HoldTooShort</c>;</para>
/// <para>nothing dropped with the hold → <c>HoldHelps</c>, or <c>NotNeeded</c> where nothing was dropped without it, too.</para>
/// </summary>
internal static class Findings
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    internal static IEnumerable<Finding> Of(Comparison comparison)
    {
        var (push, _, held, without) = comparison;
        if (held.Paused is null)
        {
            yield return new("NothingHeld", "The notification held nothing: scale-in was never suspended.");
        }
        else
        {
            foreach (var finding in OfHold(push, held))
            {
                yield return finding;
            }
        }

        if (held.DropsNothing)
        {
            yield return without.DropsNothing
                ? new("NotNeeded", "No request is dropped without the hold, either: the scaling policy keeps up with this push.")
                : new("HoldHelps", Say($"No request is dropped with the hold; without it {without.Dropped:N0} of {without.Requests:N0} would be."));
        }
    }

    private static IEnumerable<Finding> OfHold(TimeSpan push, RecordedRun held)
    {
        if (held.Ready is not { } ready)
        {
            yield return new("NeverReady", Say($"What was to be held never ran: {held.MostTasks} tasks at the most. Are the account's Fargate quota, or the tasks' health, in the way?"));
            yield break;
        }

        // What is dropped is known by the minute: the minute in which the capacity came counts as before it, the one in which the hold ended as in it.
        var (whole, end) = (Up(ready.At), held.Resumed is { At: var resumed } ? Up(resumed) : TimeSpan.MaxValue);
        if (ready.At > push)
        {
            yield return new("NotifiedTooLate", Say(
                $"The capacity was ready {Span(ready.At - push)} after the push went out ({held.DroppedBetween(TimeSpan.Zero, whole):N0} requests dropped by then). Publish the notification {Span(whole)} before the push."));
        }

        if (held.DroppedBetween(whole, end) is var during && !RecordedRun.IsNothing(during))
        {
            yield return TooFew(during, held, ready);
        }

        if (held.DroppedBetween(end, TimeSpan.MaxValue) is var after && !RecordedRun.IsNothing(after))
        {
            yield return new("HoldTooShort", Say(
                $"{after:N0} requests were dropped after the hold, which was over {Span(held.Resumed!.At)} after the notification. Hold for {Span(held.LastDropped!.Value)} at the least, and rehearse again."));
        }
    }

    private static Finding TooFew(double dropped, RecordedRun held, Reading ready)
    {
        var needed = Math.Ceiling(held.Peak.RequestsPerSecond / held.RequestsPerTask);
        var advice = needed <= ready.MaxCapacity ? "hold \"max\"" : Say($"a MaxCapacity of {needed:N0}");
        return new("TooFewTasks", Say(
            $"{dropped:N0} requests were dropped while {ready.MinCapacity} tasks were held: they answer {ready.Capacity:N0} requests a second, the peak is {held.Peak.RequestsPerSecond:N0}. It would take {advice}."));
    }

    private static TimeSpan Up(TimeSpan span) => Minute * Math.Ceiling(span / Minute);

    private static string Span(TimeSpan span) => Say($"{(span >= Minute ? $"{(int)span.TotalMinutes} min{(span.Seconds > 0 ? " " : "")}" : "")}{(span.Seconds > 0 || span < Minute ? $"{span.Seconds} s" : "")}");

    private static string Say(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
