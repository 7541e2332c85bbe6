using Headroom.Simulation.Observing;
using Headroom.Simulation.Scenarios;

namespace Headroom.Simulation.Tests;

public sealed class DegradedHoldTests
{
    private static readonly Harm Refused = new Harm.Refused("InternalServerError");

    [Fact]
    public void A_notification_during_a_degraded_hold_tries_again_what_was_refused()
    {
        var hold = new Request.Hold([0], TimeSpan.FromMinutes(10), new Wanted.Maximum(), null);
        var scenario = Runs.One(hold, """{"holdFor":"PT10M"}""", new Incident.Publish(TimeSpan.FromMinutes(5), hold, """{"holdFor":"PT10M"}""", [TimeSpan.Zero])) with
        {
            Faults = [Outage("RegisterScalableTarget"), Outage("UpdateService")],
        };

        var (result, timeline, seen) = Runs.Of(scenario);

        result.Violation.ShouldBeNull(timeline);
        seen.OfType<Observation.ExecutionEnded>().Select(ended => (string?)ended.Output?["outcome"]).Where(outcome => outcome is "superseded" or "extended" or "held").ShouldBe(["superseded", "held"], timeline);
    }

    [Fact]
    public void A_deployment_during_a_degraded_hold_tries_again_what_was_refused()
    {
        var hold = new Request.Hold([0], TimeSpan.FromMinutes(10), new Wanted.Maximum(), null);
        var scenario = Runs.One(hold, """{"holdFor":"PT10M"}""", new Incident.Deploy(TimeSpan.FromMinutes(6), 0, 2)) with
        {
            Faults = [Outage("RegisterScalableTarget"), Outage("UpdateService")],
        };

        var (result, timeline, seen) = Runs.Of(scenario);

        result.Violation.ShouldBeNull(timeline);
        seen.OfType<Observation.TargetChanged>().Any(changed => changed.After is { MinCapacity: 5, SuspendedState.DynamicScalingInSuspended: true }).ShouldBeTrue(timeline);
    }

    [Fact]
    public void A_sweep_during_a_degraded_hold_tries_again_what_was_refused()
    {
        var scenario = Runs.One(new Request.Hold([0], TimeSpan.FromMinutes(30), new Wanted.Maximum(), null), """{"holdFor":"PT30M"}""") with
        {
            Faults = [Outage("RegisterScalableTarget"), Outage("UpdateService")],
        };

        var (result, timeline, seen) = Runs.Of(scenario);

        result.Violation.ShouldBeNull(timeline);
        var held = seen.OfType<Observation.TargetChanged>().First(changed => changed.After is { MinCapacity: 5, SuspendedState.DynamicScalingInSuspended: true });
        (held.At - seen.OfType<Observation.Published>().Single().At).ShouldBeLessThan(TimeSpan.FromMinutes(9), timeline);
        seen.OfType<Observation.Told>().Where(told => told.Type == "Hold Degraded").ShouldHaveSingleItem(timeline);
        Runs.LastTarget(seen).MinCapacity.ShouldBe(1, timeline);
    }

    [Fact]
    public void A_degraded_hold_that_is_tried_again_in_vain_can_be_released_within_minutes()
    {
        var release = new Incident.Publish(TimeSpan.FromMinutes(25), new Request.Release([0]), """{"action":"release"}""", [TimeSpan.Zero]);
        var scenario = Runs.One(new Request.Hold([0], TimeSpan.FromHours(3), new Wanted.Maximum(), null), """{"holdFor":"PT3H"}""", release) with
        {
            Faults = [new Fault.Outage(null, "RegisterScalableTarget", TimeSpan.Zero, TimeSpan.FromHours(4), new Harm.Refused("AccessDeniedException"))],
        };

        var (result, timeline, seen) = Runs.Of(scenario);

        result.Violation.ShouldBeNull(timeline);
        seen.OfType<Observation.Told>().Count(told => told.Type == "Hold Degraded").ShouldBeGreaterThan(2, timeline);
        var released = seen.OfType<Observation.ExecutionEnded>().Single(ended => (string?)ended.Output?["outcome"] == "released");
        (released.At - seen.OfType<Observation.Published>().Last().At).ShouldBeLessThan(TimeSpan.FromMinutes(2), timeline);
    }

    private static Fault.Outage Outage(string operation) => new(null, operation, TimeSpan.Zero, TimeSpan.FromMinutes(4), Refused);
}
