using Headroom.Simulation.Observing;
using Headroom.Simulation.Scenarios;
using Headroom.Wire.Shapes.ApplicationAutoScaling;

namespace Headroom.Simulation.Tests;

public sealed class ReplacedServiceTests
{
    private static readonly ServiceShape New = new(2, 4, 2, ScaleInSuspended: false);
    private static readonly Request.Hold Partial = new([0], TimeSpan.FromMinutes(40), new Wanted.Tasks(3), null);

    [Fact]
    public void A_hold_goes_on_with_the_service_that_is_created_again_under_the_same_name()
    {
        var (result, timeline, seen) = Runs.Of(Runs.One(Partial, """{"holdFor":"PT40M","capacity":3}""", Replaced(TimeSpan.FromSeconds(30))));

        result.Violation.ShouldBeNull(timeline);
        var targets = Targets(seen);
        targets.ShouldContain(target => target.Min == 3 && target.Max == New.Max && target.IsPaused, timeline);
        targets[^1].ShouldBe((New.Min, New.Max, false), timeline);
    }

    [Fact]
    public void A_takeover_after_that_puts_back_what_the_new_services_target_was()
    {
        var more = new Incident.Publish(TimeSpan.FromMinutes(15), new Request.Hold([0], TimeSpan.FromMinutes(40), new Wanted.Maximum(), null), """{"holdFor":"PT40M"}""", [TimeSpan.Zero]);

        var (result, timeline, seen) = Runs.Of(Runs.One(Partial, """{"holdFor":"PT40M","capacity":3}""", Replaced(TimeSpan.FromSeconds(30)), more));

        result.Violation.ShouldBeNull(timeline);
        Targets(seen)[^1].ShouldBe((New.Min, New.Max, false), timeline);
    }

    [Fact]
    public void A_hold_whose_service_comes_back_without_a_scalable_target_is_given_up_so_that_nobody_relies_on_it()
    {
        var late = new Incident.Publish(TimeSpan.FromMinutes(20), Partial, """{"holdFor":"PT40M","capacity":3}""", [TimeSpan.Zero]);

        var (result, timeline, seen) = Runs.Of(Runs.One(Partial, """{"holdFor":"PT40M","capacity":3}""", Replaced(null), late));

        result.Violation.ShouldBeNull(timeline);
        var ends = seen.OfType<Observation.ExecutionEnded>().ToList();
        ends.Count(ended => ended.Error == "Headroom.NoScalableTarget").ShouldBe(2, timeline);
        ends.Select(ended => (string?)ended.Output?["outcome"]).ShouldNotContain("extended", timeline);
    }

    [Fact]
    public void A_target_that_outlives_its_service_is_held_for_the_next_one()
    {
        var again = Replaced(null) with { At = TimeSpan.FromMinutes(20) };

        var (result, timeline, seen) = Runs.Of(Runs.One(Partial, """{"holdFor":"PT40M","capacity":3}""", [.. TargetIsLeft, Whole(TimeSpan.FromMinutes(15)), again]));

        result.Violation.ShouldBeNull(timeline);
        Targets(seen).ShouldContain(target => target.Min == 4 && target.IsPaused, timeline);
        Targets(seen)[^1].ShouldBe((2, 4, false), timeline);
    }

    [Fact]
    public void A_degraded_hold_that_is_paused_already_is_announced_when_its_service_is_there_again()
    {
        var again = Replaced(null) with { At = TimeSpan.FromMinutes(20), Shape = New with { Desired = 4 } };

        var (result, timeline, seen) = Runs.Of(Runs.One(Partial, """{"holdFor":"PT40M","capacity":3}""", [.. TargetIsLeft, Whole(TimeSpan.FromSeconds(40)), again]));

        result.Violation.ShouldBeNull(timeline);
        var told = seen.OfType<Observation.Told>().Where(told => told.Type is "Hold Started" or "Hold Degraded").ToList();
        told.Take(3).Select(told => told.Type).ShouldBe(["Hold Started", "Hold Started", "Hold Degraded"], timeline);
        told[^1].Type.ShouldBe("Hold Started", timeline);
        told[^1].At.ShouldBeGreaterThan(seen.OfType<Observation.PersonActed>().Last().At, timeline);
    }

    [Fact]
    public void A_degraded_hold_is_tried_again_though_scale_in_was_suspended_before_it()
    {
        var suspended = new Incident.SetFlags(TimeSpan.FromSeconds(29), 0, true, null, null);
        var again = Replaced(null) with { At = TimeSpan.FromMinutes(20) };

        var (result, timeline, seen) = Runs.Of(Runs.One(Partial, """{"holdFor":"PT40M","capacity":3}""", [.. TargetIsLeft, suspended, Whole(TimeSpan.FromMinutes(15)), again]));

        result.Violation.ShouldBeNull(timeline);
        Targets(seen).ShouldContain(target => target.Min == 4 && target.IsPaused, timeline);
        Targets(seen)[^1].ShouldBe((2, 4, true), timeline);
    }

    [Fact]
    public void A_pause_that_was_never_answered_is_not_repeated_on_a_target_that_somebody_registered_meanwhile()
    {
        var again = Replaced(null) with { At = TimeSpan.FromMinutes(20) };
        var scenario = Runs.One(Partial, """{"holdFor":"PT40M","capacity":3}""", [.. TargetIsLeft, again]) with
        {
            Faults = [new Fault.OfCall(null, "RegisterScalableTarget", 0, new Harm.Slow(TimeSpan.FromSeconds(4), null))],
        };

        var (result, timeline, seen) = Runs.Of(scenario);

        result.Violation.ShouldBeNull(timeline);
        Targets(seen)[^1].ShouldBe((2, 4, false), timeline);
    }

    [Theory]
    [InlineData("UpdateItem", 1)]
    [InlineData("DescribeServices", 0)]
    public void What_a_target_was_is_read_again_when_a_call_after_that_is_never_answered(string operation, int call)
    {
        var again = Replaced(null) with { At = TimeSpan.FromMinutes(20) };
        var scenario = Runs.One(Partial, """{"holdFor":"PT40M","capacity":3}""", [.. TargetIsLeft, again]) with
        {
            Faults = [new Fault.OfCall("hold", operation, call, new Harm.Slow(TimeSpan.FromSeconds(4), null))],
        };

        var (result, timeline, seen) = Runs.Of(scenario);

        result.Violation.ShouldBeNull(timeline);
        Targets(seen)[^1].ShouldBe((2, 4, false), timeline);
    }

    [Fact]
    public void Who_sets_up_a_left_target_anew_just_after_it_was_paused_wants_it_so()
    {
        var again = Replaced(TimeSpan.FromMilliseconds(850)) with { At = TimeSpan.FromMinutes(20) };

        var (result, timeline, seen) = Runs.Of(Runs.One(Partial, """{"holdFor":"PT40M","capacity":3}""", [.. TargetIsLeft, again]));

        result.Violation.ShouldBeNull(timeline);
        Targets(seen).ShouldContain(target => target.Min == 3 && target.Max == 4 && target.IsPaused, timeline);
    }

    [Fact]
    public void Scaling_that_somebody_suspends_on_a_target_that_no_hold_has_seen_is_resumed_rather_than_left_paused()
    {
        var guardStopped = new Incident.StopExecution(TimeSpan.FromSeconds(428), 1);
        var asHeld = New with { Min = 3, Desired = 3 };
        var suspended = new Incident.SetFlags(TimeSpan.FromSeconds(2_399), 0, true, true, true);

        var (result, timeline, seen) = Runs.Of(Runs.One(Partial, """{"holdFor":"PT40M","capacity":3}""", Replaced(TimeSpan.FromSeconds(5)) with { Shape = asHeld }, guardStopped, suspended));

        result.Violation.ShouldBeNull(timeline);
        timeline.ShouldContain("guard#", customMessage: timeline);
        Targets(seen).Count(target => target.IsPaused).ShouldBe(2, timeline);
        Targets(seen)[^1].IsPaused.ShouldBeFalse(timeline);
    }

    [Fact]
    public void That_is_so_after_a_hold_of_the_new_service_as_well()
    {
        var suspended = new Incident.SetFlags(TimeSpan.FromSeconds(90), 0, true, true, true);
        var again = Replaced(null) with { At = TimeSpan.FromMinutes(20) };

        var (result, timeline, seen) = Runs.Of(Runs.One(Partial, """{"holdFor":"PT40M","capacity":3}""", [.. TargetIsLeft, suspended, again]));

        result.Violation.ShouldBeNull(timeline);
        Targets(seen).ShouldContain(target => target.Min == 3 && target.Max == 4 && target.IsPaused, timeline);
        Targets(seen)[^1].IsPaused.ShouldBeFalse(timeline);
    }

    [Fact]
    public void A_hold_that_is_over_and_has_no_owner_is_soon_of_the_new_service_when_it_is_extended()
    {
        var first = new Incident.StopExecution(TimeSpan.FromSeconds(40), 0);
        var recovery = new Incident.StopExecution(TimeSpan.FromSeconds(308), 0);
        var again = Replaced(TimeSpan.FromSeconds(1)) with { At = TimeSpan.FromSeconds(80) };
        var extension = new Incident.Publish(TimeSpan.FromSeconds(590), Partial, """{"holdFor":"PT40M","capacity":3}""", [TimeSpan.Zero]);

        var (result, timeline, seen) = Runs.Of(Runs.One(Partial with { Lasts = TimeSpan.FromMinutes(5) }, """{"holdFor":"PT5M","capacity":3}""", first, recovery, again, extension));

        result.Violation.ShouldBeNull(timeline);
        seen.OfType<Observation.ExecutionEnded>().ShouldContain(ended => ended.Output != null && (string?)ended.Output["outcome"] == "extended", timeline);
        Targets(seen).ShouldContain(target => target.Min == 3 && target.Max == New.Max && target.IsPaused, timeline);
    }

    [Fact]
    public void A_call_that_lands_on_the_new_target_may_bring_what_people_set_on_the_old_one()
    {
        var hold = new Request.Hold([1], TimeSpan.FromMinutes(5), new Wanted.Maximum(), null);
        var scenario = new Scenario(
            7,
            [new(1, 5, 2, ScaleInSuspended: false), new(1, 3, 2, ScaleInSuspended: false)],
            [
                new Incident.Publish(TimeSpan.FromSeconds(10), hold, """{"services":["ecs-scaling-example/service_2"],"holdFor":"PT5M"}""", [TimeSpan.Zero]),
                new Incident.SetFlags(TimeSpan.FromSeconds(60), 1, null, true, null),
                new Incident.ReplaceService(TimeSpan.FromMilliseconds(310_400), 1, New, TimeSpan.FromSeconds(1)),
            ],
            [new Fault.OfCall("hold", "RegisterScalableTarget", 1, new Harm.CallerAborted(TimeSpan.FromMilliseconds(2_400)))]);

        var (result, timeline, seen) = Runs.Of(scenario);

        result.Violation.ShouldBeNull(timeline);
        Runs.LastTarget(seen, "service_2").SuspendedState!.DynamicScalingOutSuspended.ShouldBe(true, timeline);
    }

    [Fact]
    public void What_is_recorded_of_the_new_target_after_an_answer_that_never_came_is_what_the_hold_stands_on()
    {
        var hold = new Request.Hold([1], TimeSpan.FromMinutes(20), new Wanted.Maximum(), null);
        var scenario = new Scenario(
            7,
            [new(1, 5, 2, ScaleInSuspended: false), new(0, 5, 4, ScaleInSuspended: false)],
            [
                new Incident.Publish(TimeSpan.FromSeconds(10), hold, """{"services":["ecs-scaling-example/service_2"],"holdFor":"PT20M"}""", [TimeSpan.Zero]),
                new Incident.ReplaceService(TimeSpan.FromSeconds(37), 1, New, TimeSpan.FromSeconds(10)),
                new Incident.Publish(TimeSpan.FromSeconds(55), hold with { Lasts = TimeSpan.FromMinutes(30) }, """{"services":["ecs-scaling-example/service_2"],"holdFor":"PT30M"}""", [TimeSpan.Zero]),
            ],
            [new Fault.OfCall("hold", "UpdateItem", 1, new Harm.Slow(TimeSpan.Zero, null))]);

        var (result, timeline, seen) = Runs.Of(scenario);

        result.Violation.ShouldBeNull(timeline);
        Runs.LastTarget(seen, "service_2").MinCapacity.ShouldBe(New.Min, timeline);
    }

    [Fact]
    public void An_update_of_a_deleted_service_may_land_on_the_one_that_was_created_in_its_place()
    {
        var one = new Incident.Publish(TimeSpan.FromSeconds(1_196), new Request.Hold([0], TimeSpan.FromMinutes(20), new Wanted.Tasks(1), null), """{"holdFor":"PT20M","capacity":1}""", [TimeSpan.Zero]);
        var again = Replaced(null) with { At = TimeSpan.FromMinutes(20), Shape = New with { Desired = 3 } };
        var scenario = Runs.One(Partial with { Lasts = TimeSpan.FromSeconds(5) }, """{"holdFor":5,"capacity":3}""", [.. TargetIsLeft, one, again]) with
        {
            Faults = [new Fault.OfCall(null, "UpdateService", 0, new Harm.Slow(TimeSpan.FromSeconds(4.9), TimeSpan.Zero))],
        };

        var (result, timeline, seen) = Runs.Of(scenario);

        seen.OfType<Observation.DesiredCountChanged>().ShouldContain(change => change.By is Actor.Execution && change.Before == 3 && change.After == 2, timeline);
        result.Violation.ShouldBeNull(timeline);
    }

    private static IEnumerable<Incident> TargetIsLeft { get; } = [new Incident.DeleteService(TimeSpan.FromSeconds(20), 0), new Incident.SetLimits(TimeSpan.FromSeconds(28), 0, 2, 4)];

    private static Incident.Publish Whole(TimeSpan at) => new(at, new Request.Hold([0], TimeSpan.FromMinutes(2), new Wanted.Maximum(), null), """{"holdFor":"PT2M"}""", [TimeSpan.Zero]);

    private static Incident.ReplaceService Replaced(TimeSpan? targetAfter) => new(TimeSpan.FromMinutes(2), 0, New, targetAfter);

    private static List<(int Min, int Max, bool IsPaused)> Targets(IReadOnlyList<Observation> seen) =>
        [.. seen.OfType<Observation.TargetChanged>().Where(change => change.Service == "service_1").Select(change => change.After).OfType<ScalableTarget>()
            .Select(target => (target.MinCapacity, target.MaxCapacity, target.SuspendedState!.DynamicScalingInSuspended == true))];
}
