using Headroom.Simulation.Observing;
using Headroom.Simulation.Scenarios;

namespace Headroom.Simulation.Tests;

/// <summary>What becomes of held capacity when the hold itself is removed: its stack deleted, or the hold taken out of its stack.</summary>
public sealed class RemovedHoldTests
{
    private static readonly TimeSpan Published = TimeSpan.FromSeconds(10);

    [Fact]
    public void A_stack_that_holds_capacity_is_not_deleted_and_the_hold_lasts_to_its_end()
    {
        var (result, timeline, seen) = Runs.Of(Hour(new Incident.DeleteStack(TimeSpan.FromMinutes(10))));

        result.Violation.ShouldBeNull(timeline);
        seen.OfType<Observation.IntakeClosed>().ShouldBeEmpty(timeline);
        Closed(seen).ShouldBeGreaterThan(Published + TimeSpan.FromHours(1));
    }

    [Fact]
    public void A_hold_that_is_taken_out_of_its_stack_is_released_first()
    {
        var (result, timeline, seen) = Runs.Of(Hour(new Incident.TakeHoldOut(TimeSpan.FromMinutes(10))));

        result.Violation.ShouldBeNull(timeline);
        Closed(seen).ShouldBeInRange(TimeSpan.FromMinutes(10), TimeSpan.FromMinutes(11), timeline);
        Runs.LastTarget(seen).SuspendedState!.DynamicScalingInSuspended.ShouldBe(false, timeline);
    }

    [Fact]
    public void What_is_published_while_the_stack_goes_is_held_to_its_end_and_keeps_the_rest_of_the_stack()
    {
        // A second later the deletion guard looks and finds nothing; the Notifier goes some seconds after that.
        var (result, timeline, seen) = Runs.Of(Hour(new Incident.DeleteStack(Published - TimeSpan.FromSeconds(2))));

        result.Violation.ShouldBeNull(timeline);
        seen.OfType<Observation.IntakeClosed>().Single().At.ShouldBeLessThan(seen.OfType<Observation.Told>().First().At, timeline);
        Closed(seen).ShouldBeGreaterThan(Published + TimeSpan.FromHours(1));
        Runs.LastTarget(seen).SuspendedState!.DynamicScalingInSuspended.ShouldBe(false, timeline);
    }

    [Fact]
    public void A_hold_whose_target_cannot_be_written_for_half_an_hour_is_released_when_it_is_taken_out_of_its_stack_all_the_same()
    {
        var (result, timeline, seen) = Runs.Of(Hour(new Incident.TakeHoldOut(TimeSpan.FromMinutes(10))) with
        {
            Faults = [new Fault.Outage(null, "RegisterScalableTarget", TimeSpan.FromMinutes(9), TimeSpan.FromMinutes(30), new Harm.Refused("ServiceUnavailable"))],
        });

        result.Violation.ShouldBeNull(timeline);
        Runs.LastTarget(seen).SuspendedState!.DynamicScalingInSuspended.ShouldBe(false, timeline);
    }

    [Fact]
    public void What_the_topic_says_after_the_stack_is_gone_changes_nothing()
    {
        var (result, timeline, seen) = Runs.Of(Hour(new Incident.DeleteStack(Published - TimeSpan.FromMinutes(5))) with { Lead = TimeSpan.FromMinutes(6) });

        result.Violation.ShouldBeNull(timeline);
        seen.OfType<Observation.ExecutionStarted>().ShouldNotContain(started => (string?)started.Input["action"] == "hold", timeline);
    }

    private static Scenario Hour(Incident removal) =>
        Runs.One(new Request.Hold([0], TimeSpan.FromHours(1), new Wanted.Maximum(), null), """{"holdFor":"PT1H"}""", removal);

    private static TimeSpan Closed(IReadOnlyList<Observation> seen) => seen.OfType<Observation.HoldChanged>().Last(changed => changed.After is null).At - Staging.Stage.Start;
}
