using Headroom.Simulation.Observing;
using Headroom.Simulation.Scenarios;

namespace Headroom.Simulation.Tests;

public sealed class RunTests
{
    private static readonly Request.Hold FiveMinutes = new([0], TimeSpan.FromMinutes(5), new Wanted.Maximum(), null);

    [Theory]
    [InlineData(3)]
    [InlineData(18)]
    [InlineData(41)]
    public void The_same_seed_gives_the_same_history_byte_for_byte(int seed)
    {
        var scenario = ScenarioDraw.From((ulong)seed, Trouble.Usual);

        var (first, firstTimeline, _) = Runs.Of(scenario);
        var (second, secondTimeline, _) = Runs.Of(ScenarioDraw.From((ulong)seed, Trouble.Usual));

        secondTimeline.ShouldBe(firstTimeline);
        second.ShouldBe(first);
    }

    [Fact]
    public void A_notification_holds_its_service_at_its_maximum_and_then_gives_back()
    {
        var (result, _, seen) = Runs.Of(Runs.One(FiveMinutes, "hello!"));

        result.Violation.ShouldBeNull();
        seen.OfType<Observation.DesiredCountChanged>().Where(change => change.Service == "service_1").ShouldContain(change => change.After == 5);
        seen.OfType<Observation.ExecutionEnded>().ShouldContain(ended => ended.Output!["outcome"]!.ToString() == "held");
        seen.OfType<Observation.HoldChanged>().Last().After.ShouldBeNull();
    }

    [Fact]
    public void A_bad_notification_goes_to_the_dead_letter_queue_and_starts_nothing()
    {
        var (result, _, seen) = Runs.Of(Runs.One(new Request.Bad(), """{"capacity":0}"""));

        result.Violation.ShouldBeNull();
        seen.OfType<Observation.DeadLettered>().Single().Reason!.ShouldStartWith("capacity:");
        seen.OfType<Observation.HoldChanged>().ShouldBeEmpty();
    }

    [Fact]
    public void A_hold_whose_execution_is_stopped_by_hand_is_recovered()
    {
        var (result, _, seen) = Runs.Of(Runs.One(FiveMinutes, "hello!", new Incident.StopExecution(TimeSpan.FromSeconds(60), 0)));

        result.Violation.ShouldBeNull();
        seen.OfType<Observation.HoldChanged>().Where(change => change.After?.Phase == HoldRecord.Holding).Select(change => change.After!.Owner).Distinct().Count().ShouldBe(2);
    }

    [Fact]
    public void A_schedule_that_falls_into_a_hold_is_made_up_for_when_the_hold_is_released()
    {
        var noon = new DueTimes.Once(DueTimes.Minute(TimeSpan.FromMinutes(3)));

        var (result, _, seen) = Runs.Of(Runs.One(FiveMinutes, "hello!", new Incident.PutScheduledAction(TimeSpan.Zero, 0, noon, Min: 2, Max: 8)));

        result.Violation.ShouldBeNull();
        var last = Runs.LastTarget(seen);
        (last.MinCapacity, last.MaxCapacity).ShouldBe((2, 8));
    }

    [Fact]
    public void Two_schedules_that_begin_at_the_same_time_with_the_same_limits_both_run()
    {
        var first = DueTimes.Minute(TimeSpan.FromMinutes(10));
        var often = new Incident.PutScheduledAction(TimeSpan.Zero, 0, new DueTimes.Every(first, 2), Min: 2, Max: 8);
        var once = often with { Schedule = new DueTimes.Once(first) };
        var changed = new Incident.SetLimits(TimeSpan.FromMinutes(11), 0, 1, 6);
        var later = new Incident.Publish(TimeSpan.FromMinutes(13), new Request.Release([0]), """{"action":"release"}""", [TimeSpan.Zero]);

        var (_, timeline, seen) = Runs.Of(Runs.One(FiveMinutes, "hello!", often, once, changed, later));

        var bySchedules = seen.OfType<Observation.TargetChanged>().Where(change => change.By is Actor.Schedule).Select(change => change.At).ToList();
        bySchedules.ShouldBe([first, first, first + TimeSpan.FromMinutes(2)], timeline);
    }
}
