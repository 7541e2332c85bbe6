using System.Text.Json.Nodes;
using Headroom.Wire.Json;

namespace Headroom.Cli.Tests.Verbs;

/// <summary><c>headroom forward</c> beside a running local cloud.</summary>
public sealed class ForwardTests
{
    [Fact]
    public async Task A_hold_of_hours_is_whole_and_over_at_once_and_lasted_as_long_as_it_was_to()
    {
        await using var stack = await RunningStack.StartAsync();
        var before = stack.Now;
        await stack.NotifyAsync("""{"holdFor":"PT2H"}""");

        (await Verb.RunAsync("forward", "PT1H", "--endpoint-url", stack.Settings.Endpoint)).ShouldSatisfyAllConditions(
            verb => verb.ExitCode.ShouldBe(0, verb.Errors),
            verb => verb.Output.ShouldStartWith("It is "));
        (await stack.TargetAsync()).ShouldSatisfyAllConditions(target => target.ScaleInSuspended.ShouldBeTrue(), target => target.RunningCount.ShouldBe(5));

        var json = await Verb.RunAsync("forward", "4500", "--json", "--endpoint-url", stack.Settings.Endpoint);

        Instants.Parse((string)JsonNode.Parse(json.Output)!["now"]!).ShouldBeGreaterThan(before.AddMinutes(135));
        (await stack.TargetAsync()).ScaleInSuspended.ShouldBeFalse();
        (await stack.OutcomesAsync()).ShouldBe(["held"]);
        var execution = (await stack.ExecutionsAsync()).Single();
        (Instants.Parse((string)execution["stopDate"]!) - Instants.Parse((string)execution["startDate"]!)).ShouldBeInRange(TimeSpan.FromMinutes(119), TimeSpan.FromMinutes(121));
    }

    [Theory]
    [InlineData("a while")]
    [InlineData("0")]
    [InlineData("P40D")]
    public async Task What_is_no_time_is_refused_with_what_would_be_one(string time)
    {
        var verb = await Verb.RunAsync("forward", time);

        (verb.ExitCode, verb.Errors.TrimEnd()).ShouldBe((1, $"headroom: {time} is no time to move on by: give an ISO 8601 duration (PT15M) or a number of seconds, up to 31 days."));
    }
}
