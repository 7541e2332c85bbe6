using Headroom.Simulation.Checking;
using Headroom.Simulation.Scenarios;

namespace Headroom.Bench.Comparison.Drawn;

/// <summary>Holds what was seen of the service against the invariants, from outside: no table, no execution of whoever holds is asked, but for I5.</summary>
internal static class Judge
{
    // A claim that was decided before the end, and a message on its way.
    private static readonly TimeSpan Late = TimeSpan.FromSeconds(5);

    internal static IEnumerable<Breach> Of(DrawnRun run) => [.. Kept(run), .. Resumed(run), .. Restored(run), .. Untouched(run), .. OneOwner(run), .. OnlyCovered(run)];

    /// <summary>I1: once paused and scaled up, so until the end.</summary>
    private static IEnumerable<Breach> Kept(DrawnRun run)
    {
        foreach (var held in Held.Of(run.Scenario))
        {
            var moments = During(run, held.From, held.Until).SkipWhile(moment => !(moment.IsPaused && moment.Desired >= moment.Target.MaxCapacity)).ToList();
            if (moments.Count == 0)
            {
                if (!IsTroubled(run.Scenario, held) && held.Until - held.From > Tolerances.Guard)
                {
                    yield return new("I1", $"never held: at most {During(run, held.From, held.Until).Max(moment => moment.Desired)} of {run.Scenario.Shape.Max} tasks", held.Until - held.From);
                }

                continue;
            }

            if (moments.FirstOrDefault(moment => !moment.IsPaused) is { ByPerson: false } resumed)
            {
                yield return new("I1", $"scale-in is resumed {Time.Of(held.Until - resumed.At)} before the end", held.Until - resumed.At);
            }

            // Whoever changes the limits, or resumes scale-in by hand, has the tasks that he wants.
            var promised = moments[0].Target.MaxCapacity;
            var counted = moments.TakeWhile(moment => moment.IsPaused && moment.Target.MaxCapacity == promised && moment.Target.MinCapacity == moments[0].Target.MinCapacity).ToList();
            foreach (var (moment, next) in counted.Zip(moments.Skip(1).Append(null)))
            {
                var lasts = (next?.At ?? held.Until) - moment.At;
                if (moment.Desired < promised && lasts > Tolerances.Guard)
                {
                    yield return new("I1", $"{moment.Desired} of {promised} tasks for {Time.Of(lasts)}", lasts);
                }
            }
        }
    }

    /// <summary>I2: scale-in is resumed soon after the end.</summary>
    private static IEnumerable<Breach> Resumed(DrawnRun run)
    {
        if (run.Scenario.Shape.ScaleInSuspended || run.Scenario.Incidents.Any(incident => incident is Incident.SetFlags { ScaleIn: not null }))
        {
            yield break;
        }

        var all = Held.Of(run.Scenario);
        foreach (var (held, next) in all.Zip(all.Skip(1).Append(null)))
        {
            var due = Quiet(run.Scenario, held.Until, next?.From) + Tolerances.Recovery;
            if (due >= (next?.From ?? run.End) || !run.At(due).IsPaused)
            {
                continue;
            }

            var resumed = run.Moments.FirstOrDefault(moment => moment.At > due && !moment.IsPaused);
            yield return resumed is null
                ? new("I2", "scale-in is paused for ever", TimeSpan.MaxValue)
                : new("I2", $"scale-in is resumed {Time.Of(resumed.At - held.Until)} after the end", resumed.At - held.Until);
        }
    }

    /// <summary>I3: afterwards all is as before, where nobody else has changed it.</summary>
    private static IEnumerable<Breach> Restored(DrawnRun run)
    {
        var (incidents, before, after) = (run.Scenario.Incidents, run.Moments[0].Target, run.Moments[^1].Target);
        var flags = incidents.OfType<Incident.SetFlags>().ToList();
        var (was, now) = (before.SuspendedState, after.SuspendedState);
        Breach?[] lost =
        [
            Lost("scale-in", flags.Exists(set => set.ScaleIn is not null), was?.DynamicScalingInSuspended, now?.DynamicScalingInSuspended),
            Lost("scale-out", flags.Exists(set => set.ScaleOut is not null), was?.DynamicScalingOutSuspended, now?.DynamicScalingOutSuspended),
            Lost("scheduled scaling", flags.Exists(set => set.Scheduled is not null), was?.ScheduledScalingSuspended, now?.ScheduledScalingSuspended),
        ];
        foreach (var breach in lost.OfType<Breach>())
        {
            yield return breach;
        }

        if (!incidents.Any(incident => incident is Incident.SetLimits or Incident.PutScheduledAction) && before.MinCapacity != after.MinCapacity)
        {
            yield return new("I3", $"MinCapacity {after.MinCapacity} instead of {before.MinCapacity}", TimeSpan.Zero);
        }
    }

    /// <summary>I4: what is refused, over, or delivered a second time begins nothing.</summary>
    private static IEnumerable<Breach> Untouched(DrawnRun run)
    {
        var all = Held.Of(run.Scenario);
        foreach (var (before, moment) in run.Moments.Zip(run.Moments.Skip(1)))
        {
            if (before.IsPaused || !moment.IsPaused || moment.ByPerson || all.Any(held => held.Contains(moment.At) || held.Contains(moment.At - Late)))
            {
                continue;
            }

            var resumed = run.Moments.FirstOrDefault(later => later.At > moment.At && !later.IsPaused)?.At ?? run.End;
            yield return new("I4", $"scale-in is paused for {Time.Of(resumed - moment.At)} {Why(run.Scenario, moment.At)}", resumed - moment.At);
        }
    }

    /// <summary>I5: no execution changes the service after another one has begun to.</summary>
    private static IEnumerable<Breach> OneOwner(DrawnRun run)
    {
        foreach (var (act, index) in run.Acts.Select((act, index) => (act, index)))
        {
            var other = run.Acts.Take(index).LastOrDefault(earlier => earlier.Execution != act.Execution);
            var mine = run.Acts.Take(index).FirstOrDefault(earlier => earlier.Execution == act.Execution);
            if (other is not null && mine is not null && mine.At < other.At)
            {
                yield return new("I5", $"two executions hold at once, for {Time.Of(act.At - other.At)}: one ends what the other goes by", act.At - other.At);
            }
        }
    }

    /// <summary>I6: no call about a service that is not covered.</summary>
    private static IEnumerable<Breach> OnlyCovered(DrawnRun run) =>
        run.Strays == 0 ? [] : [new("I6", $"{run.Strays} calls about other services of the account", TimeSpan.FromTicks(run.Strays))];

    private static IEnumerable<Moment> During(DrawnRun run, TimeSpan from, TimeSpan until) =>
        run.Moments.Where(moment => moment.At > from && moment.At < until).Prepend(run.At(from) with { At = from, ByPerson = false });

    // So much goes wrong, or is changed by people, that capacity may not be held at all.
    private static bool IsTroubled(DrawnScenario scenario, Held held) =>
        scenario.Faults.OfType<Fault.Outage>().Any(outage => outage.From < held.Until) || scenario.Incidents.Any(incident => incident is not Incident.Publish && incident.At < held.Until);

    private static TimeSpan Quiet(DrawnScenario scenario, TimeSpan since, TimeSpan? until) =>
        scenario.Faults.OfType<Fault.Outage>().Where(outage => outage.From < (until ?? TimeSpan.MaxValue)).Select(outage => outage.From + outage.For)
            .Concat(scenario.Incidents.Where(incident => incident is not Incident.Publish && incident.At < (until ?? TimeSpan.MaxValue)).Select(incident => incident.At))
            .Append(since)
            .Max();

    private static Breach? Lost(string what, bool isChanged, bool? before, bool? after) => isChanged || (before ?? false) == (after ?? false)
        ? null
        : new("I3", before == true ? $"{what}, suspended before, is not any more" : $"{what} is suspended for ever", before == true ? TimeSpan.Zero : TimeSpan.MaxValue);

    private static string Why(DrawnScenario scenario, TimeSpan at)
    {
        var (publish, delivery) = scenario.Published.SelectMany(publish => publish.DeliveredAfter.Select((after, index) => (publish, At: publish.At + after, Index: index)))
            .Where(delivery => delivery.At <= at)
            .OrderBy(delivery => delivery.At)
            .Select(delivery => (delivery.publish, delivery.Index))
            .LastOrDefault();
        return publish switch
        {
            null => "for nothing",
            { Notification: Request.Bad } => "for a message that cannot be understood",
            _ when delivery > 0 => "for the second delivery of a message",
            _ => $"for a message that came {Time.Of(publish.DeliveredAfter[delivery])} late",
        };
    }
}
