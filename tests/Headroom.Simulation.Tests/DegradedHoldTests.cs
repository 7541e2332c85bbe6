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

    private static Fault.Outage Outage(string operation) => new(null, operation, TimeSpan.Zero, TimeSpan.FromMinutes(4), Refused);
}
