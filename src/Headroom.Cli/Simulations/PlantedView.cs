using System.Text.Json.Nodes;
using Headroom.Simulation.Planting;
using Headroom.Simulation.Searching;

namespace Headroom.Cli.Simulations;

/// <summary>Shows which planted faults are found: a Markdown table, or a line of JSON for each.</summary>
internal sealed class PlantedView(bool json, TextWriter output)
{
    internal void Begin()
    {
        if (!json)
        {
            output.WriteLine("| planted fault | breaks | found after | as |");
            output.WriteLine("|---|---|---|---|");
        }
    }

    /// <param name="bug">What was planted.</param>
    /// <param name="after">How many runs it took.</param>
    /// <param name="invariant">The invariant that was seen broken.</param>
    /// <param name="explained">How it shows, or null.</param>
    internal void Found(PlantedBug bug, ulong after, string invariant, Finding? explained)
    {
        Say(bug, after, invariant, explained?.Timeline, $"{after} | {invariant} |");
        if (!json && explained is not null)
        {
            output.WriteLine(SimulationView.Text(explained, bug.Name));
        }
    }

    internal void Missed(PlantedBug bug, int runs) => Say(bug, after: null, invariant: null, timeline: null, $"not within {runs} | |");

    private void Say(PlantedBug bug, ulong? after, string? invariant, string? timeline, string cells)
    {
        output.WriteLine(json
            ? new JsonObject { ["fault"] = bug.Name, ["breaks"] = bug.Invariants, ["foundAfter"] = after, ["as"] = invariant, ["timeline"] = timeline }.ToJsonString()
            : $"| {bug.Name} | {bug.Invariants} | {cells}");
        output.Flush();
    }
}
