using Headroom.Simulation.Observing;
using Headroom.Simulation.Scenarios;

namespace Headroom.Simulation.Tests;

public sealed class TrulyReadyTests
{
    [Theory]
    [InlineData("ThrottlingException")]
    [InlineData("AccessDeniedException")]
    public void Capacity_whose_health_cannot_be_read_is_not_ready_until_it_can(string refusal)
    {
        var (result, timeline, seen) = Runs.Of(Hold(refusal, TimeSpan.FromMinutes(7)));

        result.Violation.ShouldBeNull(timeline);
        var ready = seen.OfType<Observation.Told>().Single(told => told.Type == "Capacity Ready");
        (ready.At - seen.OfType<Observation.Published>().Single().At).ShouldBeGreaterThan(TimeSpan.FromMinutes(6), timeline);
    }

    [Fact]
    public void Capacity_whose_health_can_never_be_read_is_told_as_short()
    {
        var (result, timeline, seen) = Runs.Of(Hold("AccessDeniedException", TimeSpan.FromHours(1)));

        result.Violation.ShouldBeNull(timeline);
        seen.OfType<Observation.Told>().Select(told => told.Type).ShouldBe(["Hold Started", "Capacity Short", "Hold Released"], timeline);
    }

    private static Scenario Hold(string refusal, TimeSpan lasts) => Runs.One(new Request.Hold([0], TimeSpan.FromMinutes(30), new Wanted.Maximum(), null), """{"holdFor":"PT30M"}""") with
    {
        Faults = [new Fault.Outage(null, "DescribeTargetHealth", TimeSpan.Zero, lasts, new Harm.Refused(refusal))],
    };
}
