using System.CommandLine;
using Headroom.Cli.Output;
using Headroom.Cli.Simulations;

namespace Headroom.Cli.Commands;

/// <summary><c>headroom simulate</c>: searches for a broken hold.</summary>
internal static class SimulateCommand
{
    private const int DefaultRuns = 1000;

    internal static Command Create()
    {
        var runs = new Option<int>("--runs") { Description = "How many runs, one after the other.", DefaultValueFactory = _ => DefaultRuns };
        var seed = new Option<long>("--seed") { Description = "The first run's seed; each further run has the next.", DefaultValueFactory = _ => 1 };
        var planted = new Option<bool>("--planted") { Description = "Instead: put faults into the protocol, one after the other, and say after how many runs each is found." };
        var json = JsonOption.Create();
        var command = new VerbCommand("simulate", "Searches for a broken hold: random notifications, people, alarms and faults in the whole cloud, on a virtual clock.", """
            headroom simulate                                     a thousand runs
            headroom simulate --seed 4711 --runs 1                one run again: the same seed, the same history
            headroom simulate --planted --runs 10000              does the search find what it should?
            headroom simulate --runs 100000 --json                for programs: one line per violation, then a summary
            """)
        {
            runs, seed, planted, json,
        };
        command.SetAction((parsed, cancellation) =>
        {
            if (parsed.GetValue(planted))
            {
                var missed = PlantedSearch.Of((ulong)parsed.GetValue(seed), parsed.GetValue(runs), Console.Out, cancellation);
                return Task.FromResult(missed == 0 ? ExitCode.Done : ExitCode.Failed);
            }

            var view = new SimulationView(parsed.GetValue(json));
            var summary = SimulationRun.Of((ulong)parsed.GetValue(seed), parsed.GetValue(runs), TimeProvider.System, view.Found, cancellation);
            view.Ended(summary);
            return Task.FromResult(summary.Violations == 0 ? ExitCode.Done : ExitCode.Failed);
        });
        return command;
    }
}
