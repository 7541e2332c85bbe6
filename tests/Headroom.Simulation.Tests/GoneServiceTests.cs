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
        told.Select(sent => sent.Type).ShouldBe(["Hold Started", "Hold Degraded", "Hold Started", "Hold Degraded", "Capacity Short", "Hold Released"], timeline);
        told[^1].Detail["restored"]!["serviceGone"]!.GetValue<bool>().ShouldBeTrue("somebody should deregister the target, which nothing can resume any more");
    }

    [Fact]
    public void A_service_that_is_created_again_while_the_record_of_a_gone_one_cannot_be_deleted_gets_its_scale_in_back()
    {
        var scenario = DeletedAndRegisteredAgain();
        var again = new Incident.ReplaceService(TimeSpan.FromMinutes(8), 0, new(1, 5, 2, ScaleInSuspended: false), TargetAfter: null);

        var (result, timeline, seen) = Runs.Of(scenario with
        {
            Incidents = [.. scenario.Incidents, again],
            Faults = [new Fault.Outage(null, "DeleteItem", TimeSpan.FromMinutes(4), TimeSpan.FromMinutes(10), new Harm.Refused("ThrottlingException"))],
        });

        result.Violation.ShouldBeNull(timeline);
        seen.OfType<Observation.Told>().Last().Detail["restored"]!["in"]!.GetValue<bool>().ShouldBeFalse(timeline);
        Runs.LastTarget(seen).SuspendedState!.DynamicScalingInSuspended.ShouldBe(false, timeline);
    }

    [Fact]
    public void What_is_held_of_the_service_that_comes_next_is_left_alone_when_nobody_heard_that_the_gone_ones_record_was_deleted()
    {
        var scenario = DeletedAndRegisteredAgain();
        var again = new Incident.ReplaceService(TimeSpan.FromSeconds(420), 0, new(1, 5, 2, ScaleInSuspended: false), TargetAfter: null);
        var next = new Incident.Publish(TimeSpan.FromSeconds(430), new Request.Hold([0], TimeSpan.FromMinutes(20), new Wanted.Maximum(), null), """{"holdFor":"PT20M"}""", [TimeSpan.Zero]);

        var (result, timeline, seen) = Runs.Of(scenario with
        {
            Incidents = [.. scenario.Incidents, again, next],
            Faults = [new Fault.OfCall("hold", "DeleteItem", 0, new Harm.AnswerLost("InternalServerError"))],
        });

        result.Violation.ShouldBeNull(timeline);
        seen.OfType<Observation.Told>().Count(told => told.Type == "Hold Released").ShouldBe(2, timeline);
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
