using System.Globalization;
using System.Text;
using Headroom.Bench.Staging;
using Headroom.Simulation.Scenarios;

namespace Headroom.Bench.Comparison.Drawn;

/// <summary>Both stacks in scenarios of the search: how often each breaks an invariant, and how badly.</summary>
internal static class InvariantTable
{
    private static readonly (string Name, string Text)[] Invariants =
    [
        ("I1", "scale-in is paused and capacity held until the latest end"),
        ("I2", "scale-in is resumed soon after it"),
        ("I3", "afterwards all is as it was before"),
        ("I4", "what is refused, over, or delivered twice begins nothing"),
        ("I5", "one execution at a time changes the service"),
        ("I6", "nothing else is touched"),
    ];

    internal static string Markdown(int runs)
    {
        var scenarios = Enumerable.Range(1, int.MaxValue).Select(seed => DrawnScenario.From((ulong)seed)).OfType<DrawnScenario>().Take(runs).ToList();
        var broken = IStack.Both.Select(stack => Broken(stack, scenarios)).ToList();
        var text = new StringBuilder("| invariant | runs | broken by the sample in | worst | by Headroom in | worst |\n|---|---|---|---|---|---|\n");
        foreach (var (name, what) in Invariants)
        {
            text.Append(CultureInfo.InvariantCulture, $"| {name}: {what} | {runs} | {Cells(broken[0][name])} | {Cells(broken[1][name])} |\n");
        }

        return text.ToString();
    }

    /// <summary>What both stacks break in one scenario, in detail.</summary>
    internal static string Explain(ulong seed)
    {
        if (DrawnScenario.From(seed) is not { } scenario)
        {
            return $"Nothing of the scenario of seed {seed} can be taken by the sample.\n";
        }

        var text = new StringBuilder();
        foreach (var happened in scenario.Incidents.Select(incident => incident is Incident.Publish publish ? $"{incident.At} {publish.Body} delivered after {string.Join(", ", publish.DeliveredAfter)}" : $"{incident.At} {incident}").Concat(scenario.Faults.Select(fault => $"{fault}")))
        {
            text.AppendLine(happened);
        }

        foreach (var stack in IStack.Both)
        {
            var run = DrawnRun.Of(stack, scenario);
            text.AppendLine().AppendLine(stack.GetType().Name);
            foreach (var moment in run.Moments)
            {
                text.AppendLine(CultureInfo.InvariantCulture, $"  {moment.At} {(moment.IsPaused ? "paused" : "active")} Min {moment.Target.MinCapacity} Max {moment.Target.MaxCapacity} desired {moment.Desired}{(moment.ByPerson ? " (by a person)" : "")}");
            }

            foreach (var breach in Judge.Of(run))
            {
                text.AppendLine(CultureInfo.InvariantCulture, $"  BROKEN {breach.Invariant}: {breach.Text}");
            }
        }

        return text.ToString();
    }

    private static ILookup<string, Breach> Broken(IStack stack, IReadOnlyList<DrawnScenario> scenarios) => scenarios.AsParallel().AsOrdered()
        .SelectMany(scenario => Judge.Of(DrawnRun.Of(stack, scenario)).GroupBy(breach => breach.Invariant).Select(broken => broken.MaxBy(breach => breach.Weight)!))
        .ToLookup(breach => breach.Invariant);

    private static string Cells(IEnumerable<Breach> broken)
    {
        var breaches = broken.ToList();
        return breaches.Count == 0 ? "0 | " : $"**{breaches.Count}** | {breaches.MaxBy(breach => breach.Weight)!.Text}";
    }
}
