using Headroom.Simulation.Checking;
using Headroom.Simulation.Scenarios;

namespace Headroom.Simulation.Searching;

/// <summary>Makes a scenario smaller as long as it still breaks the same invariant.</summary>
internal static class Shrinker
{
    private const int MostTries = 400;

    internal static Scenario Shrink(Scenario scenario, string invariant, Func<Scenario, Violation?> run)
    {
        var tries = 0;
        for (var smaller = true; smaller && tries < MostTries;)
        {
            smaller = false;
            foreach (var candidate in Smaller(scenario))
            {
                if (++tries < MostTries && run(candidate)?.Invariant == invariant)
                {
                    (scenario, smaller) = (candidate, true);
                    break;
                }
            }
        }

        return scenario;
    }

    /// <summary>Simpler scenarios, the simplest first: half of what happens left out, then single things, then single times.</summary>
    private static IEnumerable<Scenario> Smaller(Scenario scenario)
    {
        var (incidents, faults) = (scenario.Incidents, scenario.Faults);
        if (incidents.Length > 3)
        {
            yield return scenario with { Incidents = incidents[..(incidents.Length / 2)] };
            yield return scenario with { Incidents = incidents[(incidents.Length / 2)..] };
        }

        if (faults.Length > 1)
        {
            yield return scenario with { Faults = [] };
            yield return scenario with { Faults = faults[..(faults.Length / 2)] };
            yield return scenario with { Faults = faults[(faults.Length / 2)..] };
        }

        for (var service = scenario.Services.Length - 1; service >= 0 && scenario.Services.Length > 1; service--)
        {
            yield return FewerServices.Without(scenario, service);
        }

        for (var index = 0; index < incidents.Length; index++)
        {
            yield return scenario with { Incidents = incidents.RemoveAt(index) };
        }

        for (var index = 0; index < faults.Length; index++)
        {
            yield return scenario with { Faults = faults.RemoveAt(index) };
        }

        if (scenario.Staleness > TimeSpan.Zero)
        {
            yield return scenario with { Staleness = TimeSpan.Zero };
        }

        if (scenario.Lead > TimeSpan.Zero)
        {
            yield return scenario with { Lead = TimeSpan.Zero };
        }

        if (!scenario.Clocks.IsEmpty)
        {
            yield return scenario with { Clocks = scenario.Clocks.Clear() };
        }

        for (var index = 0; index < incidents.Length; index++)
        {
            if (incidents[index] is Incident.Publish { DeliveredAfter: not [{ Ticks: 0 }] } publish)
            {
                yield return scenario with { Incidents = incidents.SetItem(index, publish with { DeliveredAfter = [TimeSpan.Zero] }) };
            }
        }
    }
}
