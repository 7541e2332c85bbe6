using Headroom.Simulation.Observing;
using Headroom.Simulation.Scenarios;

namespace Headroom.Simulation.Tests;

public sealed class DeploymentTests
{
    // ClaimHold, RecordOriginal, AnnounceHold; then the BeginRelease of the first hold.
    private const int BeginRelease = 3;

    [Fact]
    public void A_hold_that_is_extended_just_when_it_is_over_is_guarded_as_well()
    {
        var scenario = Runs.One(Hold(TimeSpan.FromMinutes(1)), """{"holdFor":"PT1M"}""") with
        {
            Faults = [new Fault.OfCall(null, "UpdateItem", BeginRelease, new Harm.Slow(TimeSpan.FromSeconds(4), TimeSpan.FromMilliseconds(10)))],
        };
        var deploys = new Incident.Deploy(TimeSpan.FromSeconds(69.9), 0, 2);
        var more = new Incident.Publish(TimeSpan.FromSeconds(72), Hold(TimeSpan.FromMinutes(5)), """{"holdFor":"PT5M"}""", [TimeSpan.Zero]);

        var (result, timeline, seen) = Runs.Of(scenario with { Incidents = [.. scenario.Incidents, deploys, more] });

        result.Violation.ShouldBeNull(timeline);
        seen.OfType<Observation.DesiredCountChanged>().Where(change => change.Service == "service_1").Select(change => change.After).TakeLast(3).ShouldBe([5, 2, 5], timeline);
    }

    [Fact]
    public void A_hold_that_is_extended_long_after_it_was_over_is_guarded_as_well()
    {
        var more = new Incident.Publish(TimeSpan.FromMinutes(7), Hold(TimeSpan.FromMinutes(60)), """{"holdFor":"PT60M"}""", [TimeSpan.Zero]);
        var scenario = Runs.One(Hold(TimeSpan.FromMinutes(5)), """{"holdFor":"PT5M"}""", new Incident.Deploy(TimeSpan.FromMinutes(6), 0, 2), more) with
        {
            Faults = [new Fault.Outage(null, "UpdateItem", TimeSpan.FromMinutes(4), TimeSpan.FromMinutes(30), new Harm.Refused("InternalServerError"))],
        };

        var (result, timeline, seen) = Runs.Of(scenario);

        result.Violation.ShouldBeNull(timeline);
        seen.OfType<Observation.DesiredCountChanged>().Where(change => change.Service == "service_1").Select(change => change.After).TakeLast(3).ShouldBe([5, 2, 5], timeline);
    }

    [Fact]
    public void A_deployment_while_the_table_cannot_be_read_is_guarded_as_soon_as_it_can()
    {
        var scenario = Runs.One(Hold(TimeSpan.FromMinutes(30)), """{"holdFor":"PT30M"}""", new Incident.Deploy(TimeSpan.FromMinutes(6), 0, 2)) with
        {
            Faults = [new Fault.Outage(null, "GetItem", TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(8), new Harm.Refused("InternalServerError"))],
        };

        var (result, timeline, seen) = Runs.Of(scenario);

        result.Violation.ShouldBeNull(timeline);
        seen.OfType<Observation.DesiredCountChanged>().Where(change => change.Service == "service_1").Select(change => change.After).SkipWhile(count => count != 5).Take(3).ShouldBe([5, 2, 5], timeline);
    }

    [Fact]
    public void What_a_degraded_takeover_left_in_place_is_guarded_as_well()
    {
        var scenario = Runs.One(new Request.Hold([0], TimeSpan.FromMinutes(10), new Wanted.Tasks(3), null), """{"holdFor":"PT10M","capacity":3}""") with
        {
            Faults = [new Fault.Outage(null, "RegisterScalableTarget", TimeSpan.FromSeconds(20), TimeSpan.FromMinutes(3), new Harm.Refused("FailedResourceAccessException"))],
        };
        var more = new Incident.Publish(TimeSpan.FromSeconds(30), Hold(TimeSpan.FromMinutes(10)), """{"holdFor":"PT10M"}""", [TimeSpan.Zero]);
        var deploys = new Incident.Deploy(TimeSpan.FromMinutes(6), 0, 2);

        var (result, timeline, seen) = Runs.Of(scenario with { Incidents = [.. scenario.Incidents, more, deploys] });

        result.Violation.ShouldBeNull(timeline);
        seen.OfType<Observation.DesiredCountChanged>().Where(change => change.Service == "service_1").Select(change => change.After).TakeLast(4).ShouldBe([3, 5, 2, 5], timeline);
    }

    [Fact]
    public void A_MinCapacity_that_somebody_raised_is_guarded_as_well_and_stays_theirs()
    {
        var scenario = Runs.One(
            new Request.Hold([0], TimeSpan.FromMinutes(10), new Wanted.Tasks(3), null),
            """{"holdFor":"PT10M","capacity":3}""",
            new Incident.SetLimits(TimeSpan.FromMinutes(2), 0, 4, null),
            new Incident.Deploy(TimeSpan.FromMinutes(4), 0, 1));

        var (result, timeline, seen) = Runs.Of(scenario);

        result.Violation.ShouldBeNull(timeline);
        seen.OfType<Observation.DesiredCountChanged>().Where(change => change.Service == "service_1").Select(change => change.After).TakeLast(4).ShouldBe([3, 4, 1, 4], timeline);
        Runs.LastTarget(seen).MinCapacity.ShouldBe(4, timeline);
    }

    private static Request.Hold Hold(TimeSpan lasts) => new([0], lasts, new Wanted.Maximum(), null);
}
