using Headroom.Simulation.Observing;
using Headroom.Simulation.Scenarios;

namespace Headroom.Simulation.Tests;

public sealed class ShortCapacityTests
{
    // Nobody sees the tasks that run.
    private static readonly Fault Unseen = new Fault.Outage(null, "DescribeServices", TimeSpan.FromSeconds(12), TimeSpan.FromHours(1), new Harm.Refused("AccessDeniedException"));

    [Theory]
    [InlineData(2)]
    [InlineData(30)]
    public void Capacity_that_has_not_come_by_the_end_of_its_hold_or_in_eleven_minutes_is_reported(int minutes)
    {
        var told = Told(minutes);

        told.ShouldContain("Capacity Short");
        told[^1].ShouldBe("Hold Released");
    }

    [Fact]
    public void That_of_a_hold_that_was_released_meanwhile_is_not_missed() =>
        Told(30, new Incident.Publish(TimeSpan.FromMinutes(3), new Request.Release([0]), """{"action":"release"}""", [TimeSpan.Zero])).ShouldNotContain("Capacity Short");

    [Fact]
    public void A_throttled_pause_is_tried_for_minutes_before_the_hold_is_called_degraded() =>
        Told(20, new Fault.Outage(null, "RegisterScalableTarget", TimeSpan.Zero, TimeSpan.FromMinutes(4), new Harm.Refused("ThrottlingException"))).ShouldNotContain("Hold Degraded");

    private static List<string> Told(int minutes, params Incident[] others) => Told(minutes, Unseen, others);

    private static List<string> Told(int minutes, Fault fault, params Incident[] others)
    {
        var hold = new Request.Hold([0], TimeSpan.FromMinutes(minutes), new Wanted.Maximum(), null);
        var (result, timeline, seen) = Runs.Of(Runs.One(hold, $$"""{"holdFor":"PT{{minutes}}M"}""", others) with { Faults = [fault] });
        result.Violation.ShouldBeNull(timeline);
        return [.. seen.OfType<Observation.Told>().Select(told => told.Type)];
    }
}
