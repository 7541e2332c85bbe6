using System.Globalization;
using Headroom.Bench.Comparison;
using Headroom.Bench.Comparison.Drawn;
using Headroom.Bench.Costs;
using Headroom.Bench.FanOut;

namespace Headroom.Bench;

/// <summary>What is measured, each beside its peer and in one run.</summary>
internal static class Program
{
    private static async Task<int> Main(string[] arguments)
    {
        switch (arguments)
        {
            case ["hold"]:
                await HoldBench.RunAsync();
                return 0;
            case ["cold-start"]:
                await ColdStartBench.RunAsync();
                return 0;
            case ["cost"]:
                Console.Write(CostTable.Markdown());
                return 0;
            case ["comparison"]:
                Console.Write(ComparisonPage.Markdown());
                return 0;
            case ["comparison", "--runs", var runs]:
                Console.Write(InvariantTable.Markdown(int.Parse(runs, CultureInfo.InvariantCulture)));
                return 0;
            case ["comparison", "--seed", var seed]:
                Console.Write(InvariantTable.Explain(ulong.Parse(seed, CultureInfo.InvariantCulture)));
                return 0;
            case ["fan-out"]:
                Console.Write(FanOutTable.Of(services: 1000));
                return 0;
            case ["fan-out", "--services", var services]:
                Console.Write(FanOutTable.Of(int.Parse(services, CultureInfo.InvariantCulture)));
                return 0;
            case ["states"]:
                Console.WriteLine($"interpreter alone                {InterpreterSpeed.TransitionsPerSecond(),12:N0} transitions/s");
                Console.WriteLine($"waiting executions (100,000)     {WaitingMemory.BytesPerExecution(100_000),12:N0} bytes each");
                return 0;
            default:
                await Console.Error.WriteLineAsync("""
                    usage: dotnet run -c Release --project bench/Headroom.Bench -- hold|cold-start|cost|comparison [--runs N | --seed N]|fan-out [--services N]|states
                      hold        publish → scale-in paused, publish → desired count at the maximum: Headroom and the sample, at real speed
                      cold-start  the Notifier's native binary and the sample's Python function, as processes under one runtime API
                      cost        the README's table of costs, counted from runs on a virtual clock
                      comparison  docs/comparison.md: the sample and Headroom in the same scenarios, on a virtual clock
                                  --runs N: only N of the search's; --seed N: what happens in one of these, and what comes of it
                      fan-out     one notification for 1,000 services (or N), against what AWS's buckets allow
                      states      the interpreter alone, and the memory of an execution that waits; bench/states measures the API too
                    """);
                return 2;
        }
    }
}
