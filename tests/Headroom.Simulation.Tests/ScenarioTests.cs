using Headroom.Simulation.Scenarios;

namespace Headroom.Simulation.Tests;

public sealed class ScenarioTests
{
    private const int Seeds = 20_000;

    [Fact]
    public void Schedules_are_given_before_anybody_does_anything()
    {
        var drawn = Enumerable.Range(1, Seeds).SelectMany(seed => ScenarioDraw.From((ulong)seed).Incidents);

        drawn.Where(incident => incident.At <= TimeSpan.Zero).ShouldAllBe(incident => incident is Incident.PutScheduledAction);
    }
}
