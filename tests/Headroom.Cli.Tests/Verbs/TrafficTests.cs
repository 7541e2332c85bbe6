using System.Text.Json.Nodes;

namespace Headroom.Cli.Tests.Verbs;

/// <summary><c>headroom traffic</c> beside a running local cloud.</summary>
public sealed class TrafficTests
{
    [Fact]
    public async Task Loads_are_set_added_to_each_other_shown_and_taken_away()
    {
        await using var stack = await RunningStack.StartAsync();
        string[] here = ["--endpoint-url", stack.Settings.Endpoint];

        var daily = await Verb.RunAsync(["traffic", "--daily", "5:40", "--peak", "20:30", .. here]);
        daily.ExitCode.ShouldBe(0, daily.Errors);
        daily.Output.ShouldContain("  5 to 40 requests/s by the time of day, busiest at 20:30 UTC");

        var added = await Verb.RunAsync(["traffic", "--burst", "100000", "--add", "--json", .. here]);
        JsonNode.Parse(added.Output)!["Rates"]!.AsArray().Select(rate => (string)rate!["Kind"]!).ShouldBe(["Daily", "Burst"]);

        var replaced = await Verb.RunAsync(["traffic", "--rps", "12", .. here]);
        replaced.Output.ShouldStartWith("ecs-scaling-example/service_1: 12 requests/s now");
        replaced.Output.ShouldContain("  12 requests/s all the time");
        replaced.Output.ShouldNotContain("by the time of day");

        (await Verb.RunAsync(["traffic", "--rps", "0", .. here])).Output.ShouldStartWith("ecs-scaling-example/service_1: 0 requests/s now");
        var refused = await Verb.RunAsync(["traffic", "--daily", "40:5", .. here]);
        (refused.ExitCode, refused.Errors.TrimEnd()).ShouldBe((1, "headroom: PutTraffic was refused: Daily must be 0 <= Low <= High."));
    }

    [Fact]
    public async Task A_recorded_load_is_replayed_from_now_on_and_a_wrong_line_is_named()
    {
        await using var stack = await RunningStack.StartAsync();
        var folder = Directory.CreateTempSubdirectory();
        var csv = Path.Combine(folder.FullName, "yesterday.csv");
        try
        {
            await File.WriteAllTextAsync(csv, "seconds,rps\n0,10\n36000,10\n");
            (await Verb.RunAsync("traffic", "--csv", csv, "--endpoint-url", stack.Settings.Endpoint)).Output.ShouldStartWith("ecs-scaling-example/service_1: 10 requests/s now");

            await File.WriteAllTextAsync(csv, "seconds,rps\n0,10\n60,ten\n");
            (await Verb.RunAsync("traffic", "--csv", csv, "--endpoint-url", stack.Settings.Endpoint)).Errors.ShouldContain("Line 3: expected a time and a rate of at least 0, got \"60,ten\".");
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
