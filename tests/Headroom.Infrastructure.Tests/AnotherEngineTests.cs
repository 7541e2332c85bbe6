using System.Text;

namespace Headroom.Infrastructure.Tests;

/// <summary>
/// <c>capacity-hold.asl.json</c> on somebody else's interpreter (aws-local-stepfunctions from npm), its Task states answered by
/// <c>OtherEngine/services.mjs</c>, on a virtual clock. What happens in each scenario is told in <c>OtherEngine/scenarios.mjs</c>.
/// </summary>
public sealed class AnotherEngineTests
{
    [Theory]
    [InlineData("plain", "first held", "1 ---", "5 S-S, 5 tasks")]
    [InlineData("partial", "first held", "1 ---", "3 S-S, 3 tasks")]
    [InlineData("extension", "first held, second extended", "1 ---")]
    [InlineData("covered", "first held, second covered", "1 ---")]
    [InlineData("atOnce", "first held, second extended", "1 ---")]
    [InlineData("takeover", "first superseded, second held", "1 ---", "4 S-S, 4 tasks")]
    [InlineData("release", "first superseded, release released", "1 ---")]
    [InlineData("nothingToRelease", "release released", "1 ---")]
    [InlineData("lateRelease", "first held, release superseded", "1 ---")]
    [InlineData("expired", "first expired", "1 ---")]
    [InlineData("degraded", "first degraded", "1 ---", "1 ---, 5 tasks")]
    [InlineData("degradedThenAgain", "first superseded, second held", "1 ---", "5 S-S, 5 tasks")]
    [InlineData("degradedThenSmaller", "first superseded, second held", "1 ---", "5 S-S, 5 tasks")]
    [InlineData("degradedThenSwept", "first superseded, sweep swept, guard held", "1 ---", "5 S-S, 5 tasks")]
    [InlineData("unreachedTable", "first FAILED, second held", "1 ---", "5 S-S, 5 tasks")]
    [InlineData("unreachedRelease", "first superseded, release released", "1 ---")]
    [InlineData("degradedAndRecovered", "first ABORTED, recovery held", "1 ---", "3 S-S, 3 tasks")]
    [InlineData("unreadableTarget", "first held, second extended", "1 ---", "5 S-S, 5 tasks")]
    [InlineData("neverReadable", "first FAILED", "1 ---")]
    [InlineData("noTarget", "first FAILED", "no target")]
    [InlineData("changedMeanwhile", "first held", "2 --S")]
    [InlineData("maximumLowered", "first superseded, second held", "2 ---", "2 S-S, 2 tasks")]
    [InlineData("keptAsItWas", "first superseded, second superseded, third held", "1 ---", "4 S-S, 4 tasks")]
    [InlineData("missedSchedules", "first held", "2 ---")]
    [InlineData("noCalendar", "first held", "1 ---")]
    [InlineData("oddCalendar", "first held", "1 ---")]
    [InlineData("missedScheduleTwice", "first ABORTED, recovery released", "2 ---")]
    [InlineData("missedMinimumTooHigh", "first held", "5 ---")]
    [InlineData("healthyTargets", "first held", "1 ---")]
    [InlineData("failingDeployment", "first held", "1 ---")]
    [InlineData("deploymentBelowTheFloor", "first superseded, guard held", "1 ---", "5 S-S, 5 tasks")]
    [InlineData("deploymentOfLoweredLimits", "first held, guard guarded", "2 ---", "2 S-S, 2 tasks")]
    [InlineData("deploymentUnreadable", "first superseded, guard held", "1 ---", "5 S-S, 5 tasks")]
    [InlineData("deploymentWithAnOldArn", "guard guarded", "1 ---")]
    [InlineData("deploymentWithoutHold", "guard guarded", "1 ---")]
    [InlineData("serviceReplaced", "first superseded, guard held", "2 ---", "4 S-S, 4 tasks")]
    [InlineData("serviceReplacedWithoutTarget", "first superseded, guard FAILED, second held", "2 ---")]
    [InlineData("serviceReplacedUnseen", "first held", "5 ---")]
    [InlineData("releaseDelayed", "first held", "1 ---")]
    [InlineData("serviceGone", "first held", "5 S-S")]
    [InlineData("serviceGoneThenThereAgain", "first held", "1 ---")]
    [InlineData("refusedForNow", "first held", "1 ---")]
    [InlineData("startsLater", "first held", "1 ---")]
    [InlineData("recoveredByRule", "first ABORTED, recovery held", "1 ---", "5 S-S, 5 tasks")]
    [InlineData("recoveredAfterTheEnd", "first ABORTED, sweep swept, recovery released", "1 ---")]
    [InlineData("recoveredBeforeItPaused", "first ABORTED, recovery held", "1 ---")]
    [InlineData("crashedTakeover", "first superseded, second ABORTED, recovery released", "1 ---")]
    [InlineData("emptySweep", "sweep swept", "1 ---")]
    [InlineData("sweepDuringHold", "first held, sweep swept", "1 ---")]
    [InlineData("failedRecoveryIsLeftToTheSweep", "recovery superseded", "1 ---")]
    public async Task Every_request_has_one_outcome_and_leaves_the_target_as_it_should_be(string scenario, string outcomes, string limits, string? during = null)
    {
        var run = await EngineRun.Of(scenario);

        run.Outcomes.ShouldBe(outcomes);
        run.Limits.ShouldBe(limits);
        run.During.ShouldBe(during, "scale-in is paused and the tasks are there, as far as that is allowed");
        run.Items.ShouldBe(0, "no hold may be left in the table");
        Golden.Compare(Story(run), "tests", "Headroom.Infrastructure.Tests", "OtherEngine", "stories", $"{scenario}.txt");
    }

    [Theory]
    [InlineData("missedSchedules", "Hold Released", """{"actions":[{"name":"night"},{"name":"evening"}]}""", "missed")]
    [InlineData("noCalendar", "Hold Released", "Lambda.Unknown", "missed", "problem", "Error")]
    [InlineData("oddCalendar", "Hold Released", """{"actions":[]}""", "missed")]
    [InlineData("failingDeployment", "Hold Started", "True", "deploymentFailed")]
    [InlineData("failingDeployment", "Hold Started", "[3]", "failedTasks")]
    [InlineData("plain", "Hold Started", "False", "deploymentFailed")]
    [InlineData("serviceGone", "Hold Released", "True", "restored", "serviceGone")]
    [InlineData("serviceGone", "Hold Released", "5", "restored", "min")]
    public async Task An_event_says_what_people_should_know(string scenario, string type, string says, params string[] member)
    {
        var run = await EngineRun.Of(scenario);

        var detail = run.Events.Single(@event => @event.Type == type).Detail;
        member.Aggregate(detail, (element, name) => element.GetProperty(name)).ToString().ShouldBe(says);
    }

    /// <summary>For people: who went which way, a repeated round written once.</summary>
    private static string Story(EngineRun run)
    {
        var story = new StringBuilder();
        foreach (var execution in run.Executions)
        {
            story.Append($"{execution.Name}: {execution.Outcome}\n");
            foreach (var (state, times) in Rounds.Fold(execution.Path))
            {
                story.Append(times == 1 ? $"  {state}\n" : $"  {times} x {state}\n");
            }
        }

        foreach (var @event in run.Events)
        {
            story.Append($"{@event.At[11..19]} {@event.Type}\n");
        }

        return story.Append($"{run.EndedAt[11..19]} all over, target {run.Limits}\n").ToString();
    }
}
