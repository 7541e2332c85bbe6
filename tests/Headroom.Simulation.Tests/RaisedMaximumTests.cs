using Headroom.Simulation.Observing;
using Headroom.Simulation.Scenarios;
using Headroom.Simulation.Staging;

namespace Headroom.Simulation.Tests;

public sealed class RaisedMaximumTests
{
    [Fact]
    public void A_release_that_has_read_the_target_may_keep_MinCapacity_within_the_MaxCapacity_of_that_reading()
    {
        var scenario = Runs.One(new Request.Hold([0], TimeSpan.FromSeconds(27), new Wanted.Tasks(1), null), """{"holdFor":27,"capacity":1}""",
            new Incident.PutScheduledAction(TimeSpan.Zero, 0, new DueTimes.Once(Stage.Start + TimeSpan.FromMinutes(1)), 5, null),
            new Incident.SetLimits(TimeSpan.FromSeconds(44.6), 0, null, 10));

        var (result, timeline, seen) = Runs.Of(scenario with
        {
            Lead = TimeSpan.FromSeconds(40),
            Services = [new(2, 3, 2, ScaleInSuspended: false)],
            Faults = [new Fault.OfCalendar(0, Hangs: false)],
        });

        var changes = seen.OfType<Observation.TargetChanged>().Where(change => change.Service == "service_1").ToList();
        changes[^2].By.ShouldBeOfType<Actor.Person>("the release must write after somebody else has: " + timeline);
        (changes[^1].After!.MinCapacity, changes[^1].After!.MaxCapacity).ShouldBe((3, 10), timeline);
        result.Violation.ShouldBeNull(timeline);
    }
}
