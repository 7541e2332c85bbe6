using System.Collections.Immutable;
using Headroom.Simulation.Observing;
using Headroom.Simulation.Scenarios;

namespace Headroom.Simulation.Tests;

public sealed class LostAnswerTests
{
    // ClaimHold, RecordOriginal and AnnounceHold of the first hold; ClaimHold of the second, which is refused; then its TakeOver.
    private const int TakeOver = 4;

    [Fact]
    public void A_takeover_whose_answer_is_lost_goes_on_even_when_its_end_passes_meanwhile()
    {
        var scenario = Runs.One(Hold(TimeSpan.FromMinutes(5), new Wanted.Tasks(3)), """{"holdFor":"PT5M","capacity":3}""") with
        {
            Faults = [new Fault.OfCall(null, "UpdateItem", TakeOver, new Harm.AnswerLost("InternalServerError"))],
        };
        var more = new Incident.Publish(TimeSpan.FromSeconds(90), Hold(TimeSpan.FromSeconds(1), new Wanted.Maximum()), """{"holdFor":"PT1S"}""", [TimeSpan.Zero]);

        var (result, timeline, seen) = Runs.Of(scenario with { Incidents = scenario.Incidents.Add(more) });

        result.Violation.ShouldBeNull(timeline);
        seen.OfType<Observation.Faulted>().ShouldNotBeEmpty();
        seen.OfType<Observation.ExecutionEnded>().Select(ended => ended.Output?["outcome"]?.ToString()).ShouldNotContain("expired", timeline);
        Owners(seen).Length.ShouldBe(2, timeline);
    }

    private static Request.Hold Hold(TimeSpan lasts, Wanted capacity) => new([0], lasts, capacity, null);

    private static ImmutableArray<string> Owners(IReadOnlyList<Observation> seen) =>
        [.. seen.OfType<Observation.HoldChanged>().Select(change => change.After?.Owner).OfType<string>().Distinct()];
}
