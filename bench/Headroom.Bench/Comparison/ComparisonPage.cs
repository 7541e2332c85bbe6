using System.Globalization;
using System.Text;
using Headroom.Bench.Comparison.Drawn;
using Headroom.Bench.Staging;

namespace Headroom.Bench.Comparison;

/// <summary><c>docs/comparison.md</c>: both stacks in every scenario, and in many of the search's.</summary>
internal static class ComparisonPage
{
    private const string Head = """
        # Headroom beside the sample that it grew from

        Written by `dotnet run -c Release --project bench/Headroom.Bench -- comparison > docs/comparison.md`; do not edit. Each line is two runs on the embedded
        cloud with a virtual clock: the sample's own stack, from its own cloud assembly, with its own Python functions; and Headroom's example stack, with the
        Notifier's code. Both hold a service of 1 to 5 tasks that idles at 1, so that its low alarm is in breach all the time: auto scaling takes tasks away as soon as it
        may. The AWS APIs are asked once a second. Times are cloud time; the same seed gives the same page. What is not as it should be is **bold**.

        | what happens | what should come of it | the sample | Headroom |
        |---|---|---|---|
        """;

    private const int DrawnRuns = 100;

    private const string DrawnHead = """

        ## In scenarios of the search

        The first of `headroom simulate`'s scenarios, reduced to what the sample can take (`bench/Headroom.Bench/Comparison/Drawn`): one covered service, each notification for the
        maximum and five minutes, or a bad one; late and double deliveries; people who change limits and flags, deploy, stop executions; scheduled actions; calls that are
        refused, or whose answers are lost. Both stacks are judged from outside, by what becomes of the scalable target and the desired count. `… -- comparison --seed N` tells one of
        them.


        """;

    internal static string Markdown()
    {
        var text = new StringBuilder(Head).Append('\n');
        var wrong = new[] { 0, 0 };
        foreach (var scenario in Scenarios.All)
        {
            text.Append(CultureInfo.InvariantCulture, $"| {scenario.What} | {scenario.Should} |");
            for (var kind = 0; kind < IStack.Both.Length; kind++)
            {
                var findings = Findings.Of(Run.Of(IStack.Both[kind], scenario), scenario).ToList();
                wrong[kind] += findings.TrueForAll(finding => finding.IsRight) ? 0 : 1;
                text.Append(CultureInfo.InvariantCulture, $" {string.Join("; ", findings)} |");
            }

            text.Append('\n');
        }

        return text
            .Append(CultureInfo.InvariantCulture, $"| **not as it should be** | of {Scenarios.All.Length} | {wrong[0]} | {wrong[1]} |\n")
            .Append(DrawnHead)
            .Append(InvariantTable.Markdown(DrawnRuns))
            .ToString();
    }
}
