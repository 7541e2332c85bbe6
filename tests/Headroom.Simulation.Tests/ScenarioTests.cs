using Headroom.Simulation.Scenarios;

namespace Headroom.Simulation.Tests;

public sealed class ScenarioTests
{
    private const int Seeds = 20_000;

    public static TheoryData<Trouble> Troubles => [Trouble.Usual, Trouble.Dense];

    [Fact]
    public void More_goes_wrong_in_a_dense_run_than_in_a_usual_one()
    {
        static int Faults(Trouble trouble) => Enumerable.Range(1, Seeds).Sum(seed => ScenarioDraw.From((ulong)seed, trouble).Faults.Length);

        Faults(Trouble.Dense).ShouldBeGreaterThan(2 * Faults(Trouble.Usual));
    }

    [Theory]
    [MemberData(nameof(Troubles))]
    public void Schedules_are_given_before_anybody_does_anything(Trouble trouble)
    {
        var drawn = Enumerable.Range(1, Seeds).SelectMany(seed => ScenarioDraw.From((ulong)seed, trouble).Incidents);

        drawn.Where(incident => incident.At <= TimeSpan.Zero).ShouldAllBe(incident => incident is Incident.PutScheduledAction);
    }
}
