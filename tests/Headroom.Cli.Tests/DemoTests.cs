using System.Text.Json.Nodes;
using Headroom.Cli.Demo;

namespace Headroom.Cli.Tests;

public sealed class DemoTests
{
    [Fact]
    public async Task The_demo_sees_all_four_steps_and_says_so_line_by_line()
    {
        using var output = new StringWriter();

        var exitCode = await new DemoRun(new() { Port = 0, Speed = 100 }, new JsonDemoView(output)).RunAsync(CancellationToken.None);

        exitCode.ShouldBe(0);
        var lines = output.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonNode.Parse(line)!.AsObject()).ToList();
        lines.Select(line => (string)line["event"]!).ShouldBe(
            ["Deployed", "NotificationPublished", "ScaleInPaused", "DesiredAtMax", "RunningAtMax", "ScaleInResumed", "Summary"]);
        lines.Select(line => (string)line["time"]!).ShouldBeInOrder();
        var summary = lines[^1];
        ((bool)summary["ok"]!).ShouldBeTrue();
        ((double)summary["heldMs"]!).ShouldBeGreaterThan(4 * 60_000);
        ((double)summary["droppedWithHold"]!).ShouldBe(0);
        ((double)summary["droppedWithoutHold"]!).ShouldBeGreaterThan(100);
        ((double)summary["publishToRunningMaxMs"]!).ShouldBeGreaterThan((double)summary["publishToDesiredMaxMs"]!);
    }
}
