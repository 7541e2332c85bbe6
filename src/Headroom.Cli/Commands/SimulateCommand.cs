using System.CommandLine;
using System.Globalization;
using Headroom.Cli.Output;
using Headroom.Cli.Simulations;
using Headroom.Simulation.Scenarios;

namespace Headroom.Cli.Commands;

/// <summary><c>headroom simulate</c>: searches for a broken hold.</summary>
internal static class SimulateCommand
{
    private const int DefaultRuns = 1000;

    internal static Command Create()
    {
        var runs = new Option<int>("--runs") { Description = "How many runs.", DefaultValueFactory = _ => DefaultRuns };
        var seed = new Option<long>("--seed") { Description = "The first run's seed; each further run has the next.", DefaultValueFactory = _ => 1 };
        var parallel = new Option<int>("--parallel") { Description = "How many runs at once; what is found is the same.", DefaultValueFactory = _ => Environment.ProcessorCount };
        foreach (var count in new[] { runs, parallel })
        {
            count.Validators.Add(given =>
            {
                // What is no number at all is the parser's to refuse.
                if (given.Tokens is [{ Value: var text }] && int.TryParse(text, CultureInfo.InvariantCulture, out var number) && number < 1)
                {
                    given.AddError($"{count.Name} is at least 1.");
                }
            });
        }

        var dense = new Option<bool>("--dense") { Description = "Far more goes wrong at once: finds what needs several rare things together." };
        var planted = new Option<string?>("--planted")
        {
            Description = "Instead: put faults into the protocol, one after the other, and say after how many runs each is found. With a part of a name: those, and how they show.",
            Arity = ArgumentArity.ZeroOrOne,
            HelpName = "fault",
        };
        var json = JsonOption.Create();
        var command = new VerbCommand("simulate", "Searches for a broken hold: random notifications, people, alarms and faults in the whole cloud, on a virtual clock.", """
            headroom simulate                                     a thousand runs, on all processors
            headroom simulate --seed 4711 --runs 1                one run again: the same seed, the same history
            headroom simulate --dense                             far more faults, people and coincidences in each run
            headroom simulate --runs 100000 --parallel 1          many runs, and leave the other processors alone; Ctrl+C shows what there is
            headroom simulate --planted --runs 10000              does the search find what it should?
            headroom simulate --planted "keeps its own" --runs 500  how one of them shows
            headroom simulate --runs 100000 --json                for programs: one line per violation, then a summary
            """)
        {
            runs, seed, dense, parallel, planted, json,
        };
        command.SetAction((parsed, cancellation) => SearchProcess.RunAsync(
            interrupted =>
            {
                var (first, count, atOnce) = ((ulong)parsed.GetValue(seed), parsed.GetValue(runs), parsed.GetValue(parallel));
                var trouble = parsed.GetValue(dense) ? Trouble.Dense : Trouble.Usual;
                return parsed.GetResult(planted) is null
                    ? Search(first, trouble, count, atOnce, parsed.GetValue(json), interrupted)
                    : SearchForPlanted(first, trouble, count, atOnce, parsed.GetValue(planted), parsed.GetValue(json), interrupted);
            },
            cancellation));
        return command;
    }

    private static int Search(ulong first, Trouble trouble, int count, int atOnce, bool json, CancellationToken interrupted)
    {
        var view = new SimulationView(json);
        var summary = new SimulationRun(first, trouble, count, atOnce, TimeProvider.System).Run(view.Found, sofar => SimulationView.Progress(sofar, count), interrupted);
        view.Ended(summary);
        return summary.Violations > 0 ? ExitCode.Failed : summary.Interrupted ? ExitCode.Interrupted : ExitCode.Done;
    }

    private static int SearchForPlanted(ulong first, Trouble trouble, int count, int atOnce, string? part, bool json, CancellationToken interrupted)
    {
        var missed = new PlantedSearch(first, trouble, count, atOnce).Run(part, new(json, Console.Out), interrupted);
        return missed == 0 ? ExitCode.Done : ExitCode.Failed;
    }
}
