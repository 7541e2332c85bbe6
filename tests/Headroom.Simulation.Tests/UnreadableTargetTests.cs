using Headroom.Simulation.Observing;
using Headroom.Simulation.Scenarios;
using Headroom.Simulation.Staging;

namespace Headroom.Simulation.Tests;

public sealed class UnreadableTargetTests
{
    [Fact]
    public void A_hold_whose_target_cannot_be_read_for_minutes_is_made_after_them()
    {
        var (result, timeline, seen) = Runs.Of(Runs.One(Hold(20), """{"holdFor":"PT20M"}""") with { Faults = [Unreadable(minutes: 6)] });

        result.Violation.ShouldBeNull(timeline);
        Outcomes(seen).ShouldBe(["held"], timeline);
        seen.OfType<Observation.Told>().Select(told => told.Type).First().ShouldBe("Hold Degraded", "somebody should know before the hold is over");
    }

    [Fact]
    public void A_hold_that_cannot_be_made_until_its_end_goes_on_trying_for_a_notification_that_joined_it()
    {
        var scenario = Runs.One(Hold(4), """{"holdFor":"PT4M"}""", new Incident.Publish(TimeSpan.FromMinutes(2), Hold(20), """{"holdFor":"PT20M"}""", [TimeSpan.Zero]));

        var (result, timeline, seen) = Runs.Of(scenario with { Faults = [Unreadable(minutes: 6)] });

        result.Violation.ShouldBeNull(timeline);
        Outcomes(seen).ShouldBe(["extended", "held"], timeline);
    }

    [Fact]
    public void A_hold_that_cannot_be_made_at_all_fails_at_its_end_and_leaves_nothing_behind()
    {
        var (result, timeline, seen) = Runs.Of(Runs.One(Hold(4), """{"holdFor":"PT4M"}""") with { Faults = [Unreadable(minutes: 60)] });

        result.Violation.ShouldBeNull(timeline);
        seen.OfType<Observation.ExecutionEnded>().ShouldContain(ended => ended.Status == "FAILED" && ended.Error != null, timeline);
        seen.OfType<Observation.HoldChanged>().Last().After.ShouldBeNull(timeline);
    }

    [Fact]
    public void A_scheduled_action_that_ran_before_the_target_could_be_read_is_not_made_up_for()
    {
        var ran = new Incident.PutScheduledAction(TimeSpan.Zero, 0, new DueTimes.Once(Stage.Start + TimeSpan.FromMinutes(2)), 2, 7);
        var changed = new Incident.SetLimits(TimeSpan.FromMinutes(3), 0, 3, 9);

        var (result, timeline, seen) = Runs.Of(Runs.One(Hold(20), """{"holdFor":"PT20M"}""", ran, changed) with { Faults = [Unreadable(minutes: 6)] });

        result.Violation.ShouldBeNull(timeline);
        var last = Runs.LastTarget(seen);
        (last.MinCapacity, last.MaxCapacity).ShouldBe((3, 9), timeline);
        seen.OfType<Observation.Told>().Last().Detail["missed"]!["actions"]!.AsArray().ShouldBeEmpty(timeline);
    }

    [Fact]
    public void A_hold_whose_target_was_not_described_the_first_time_is_made_within_seconds()
    {
        var (result, timeline, seen) = Runs.Of(Runs.One(Hold(20), """{"holdFor":"PT20M"}""") with
        {
            Faults = [new Fault.OfCall("hold", "DescribeScalableTargets", 0, new Harm.Slow(TimeSpan.Zero, null))],
        });

        result.Violation.ShouldBeNull(timeline);
        var held = seen.OfType<Observation.TargetChanged>().First(change => change.After?.SuspendedState?.DynamicScalingInSuspended == true).At;
        (held - Stage.Start).ShouldBeLessThan(TimeSpan.FromSeconds(20), timeline);
    }

    private static Request.Hold Hold(int minutes) => new([0], TimeSpan.FromMinutes(minutes), new Wanted.Maximum(), null);

    private static Fault.Outage Unreadable(int minutes) => new(null, "DescribeScalableTargets", TimeSpan.Zero, TimeSpan.FromMinutes(minutes), new Harm.Refused("InternalServerError"));

    private static IEnumerable<string?> Outcomes(IReadOnlyList<Observation> seen) =>
        seen.OfType<Observation.ExecutionEnded>().Select(ended => (string?)ended.Output?["outcome"]).Where(outcome => outcome is "held" or "extended" or "covered" or "degraded");
}
