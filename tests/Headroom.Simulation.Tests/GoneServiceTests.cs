using Headroom.Simulation.Observing;
using Headroom.Simulation.Scenarios;

namespace Headroom.Simulation.Tests;

public sealed class GoneServiceTests
{
    [Fact]
    public void A_hold_on_a_service_that_is_being_deleted_is_closed_when_the_service_is_gone()
    {
        var (result, timeline, seen) = Runs.Of(DeletedAndRegisteredAgain());

        result.Violation.ShouldBeNull(timeline);
        var told = seen.OfType<Observation.Told>().ToList();
        told.Select(sent => sent.Type).ShouldBe(["Hold Started", "Hold Degraded", "Hold Released"], timeline);
        told[^1].Detail["restored"]!["serviceGone"]!.GetValue<bool>().ShouldBeTrue("somebody should deregister the target, which nothing can resume any more");
    }

    // Application Auto Scaling takes the target while the service still stops its tasks; when the hold ends it refuses every change.
    private static Scenario DeletedAndRegisteredAgain()
    {
        var scenario = Runs.One(new Request.Hold([0], TimeSpan.FromMinutes(5), new Wanted.Maximum(), null), """{"holdFor":"PT5M"}""");
        return scenario with
        {
            Incidents =
            [
                new Incident.DeleteService(TimeSpan.FromSeconds(1), 0),
                new Incident.SetLimits(TimeSpan.FromSeconds(5), 0, 1, 5),
                .. scenario.Incidents,
            ],
        };
    }
}
