using System.Collections.Immutable;
using Headroom.Simulation.Observing;
using Headroom.Simulation.Scenarios;

namespace Headroom.Simulation.Tests;

public sealed class LostAnswerTests
{
    // ClaimHold, RecordOriginal and AnnounceHold of the first hold; ClaimHold of the second, which is refused; then its TakeOver.
    private const int TakeOver = 4;

    [Fact]
    public void A_hold_whose_announcement_is_refused_for_minutes_can_be_released_when_that_is_over()
    {
        var release = new Incident.Publish(TimeSpan.FromMinutes(10), new Request.Release([0]), """{"action":"release"}""", [TimeSpan.Zero]);
        var scenario = Runs.One(new Request.Hold([0], TimeSpan.FromHours(3), new Wanted.Maximum(), null), """{"holdFor":"PT3H"}""", release) with
        {
            Faults = [new Fault.Outage(null, "UpdateItem", TimeSpan.FromSeconds(12), TimeSpan.FromMinutes(5), new Harm.Refused("ThrottlingException"))],
        };

        var (result, timeline, seen) = Runs.Of(scenario);

        result.Violation.ShouldBeNull(timeline);
        var released = seen.OfType<Observation.ExecutionEnded>().Single(ended => (string?)ended.Output?["outcome"] == "released");
        (released.At - seen.OfType<Observation.Published>().Last().At).ShouldBeLessThan(TimeSpan.FromMinutes(1), timeline);
    }

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

    [Fact]
    public void A_claim_that_is_never_answered_for_minutes_is_not_made_after_its_end()
    {
        var brief = new Incident.Publish(TimeSpan.FromSeconds(100), Hold(TimeSpan.FromMinutes(3), new Wanted.Tasks(1)), """{"holdFor":"PT3M","capacity":1}""", [TimeSpan.Zero]);
        var scenario = Runs.One(Hold(TimeSpan.FromSeconds(510), new Wanted.Maximum()), """{"holdFor":510}""", brief) with
        {
            // All but the first three of the hold that is there already, as long as that lasts.
            Faults = [.. Enumerable.Range(3, 7).Select(call => new Fault.OfCall(null, "UpdateItem", call, new Harm.Slow(TimeSpan.FromMilliseconds(300), null)))],
        };

        var (result, timeline, seen) = Runs.Of(scenario);

        result.Violation.ShouldBeNull(timeline);
        seen.OfType<Observation.ExecutionEnded>().Select(ended => ended.Output?["outcome"]?.ToString()).Where(outcome => outcome is "held" or "covered" or "expired")
            .ShouldBe(["covered", "held"], ignoreOrder: true, timeline);
    }

    [Fact]
    public void Who_is_told_late_that_it_was_covered_may_have_been_released_by_then()
    {
        static Incident.Publish At(int seconds, Request request, string body, int late = 0) => new(TimeSpan.FromSeconds(seconds), request, body, [TimeSpan.FromSeconds(late)]);
        var scenario = Runs.One(
            Hold(TimeSpan.FromMinutes(20), new Wanted.Maximum()),
            """{"holdFor":"PT20M"}""",
            At(9, Hold(TimeSpan.FromMinutes(10), new Wanted.Maximum()), """{"holdFor":"PT10M"}""", late: 31),
            At(46, new Request.Release([0]), """{"action":"release"}"""),
            At(50, Hold(TimeSpan.FromSeconds(30), new Wanted.Maximum()), """{"holdFor":"PT30S"}""")) with
        {
            Faults = [new Fault.OfCall("hold", "GetItem", 0, new Harm.Slow(TimeSpan.FromSeconds(3), TimeSpan.FromSeconds(12)))],
        };

        var (result, timeline, seen) = Runs.Of(scenario);

        result.Violation.ShouldBeNull(timeline);
        seen.OfType<Observation.ExecutionEnded>().Select(ended => ended.Output?["outcome"]?.ToString()).Where(outcome => outcome is not (null or "swept"))
            .ShouldBe(["released", "superseded", "covered", "held"], ignoreOrder: true, timeline);
    }

    [Fact]
    public void What_a_person_sets_while_a_release_waits_for_an_answer_about_schedules_stays()
    {
        var person = new Incident.SetLimits(TimeSpan.FromSeconds(330), 0, 4, null);
        var scenario = Runs.One(Hold(TimeSpan.FromMinutes(5), new Wanted.Maximum()), """{"holdFor":"PT5M"}""", person) with
        {
            Faults = [new Fault.OfCall("hold", "DescribeScheduledActions", 0, new Harm.Slow(TimeSpan.Zero, null))],
        };

        var (result, timeline, seen) = Runs.Of(scenario);

        result.Violation.ShouldBeNull(timeline);
        var last = Runs.LastTarget(seen);
        (last.MinCapacity, last.SuspendedState!.DynamicScalingInSuspended).ShouldBe((4, false), timeline);
    }

    private static Request.Hold Hold(TimeSpan lasts, Wanted capacity) => new([0], lasts, capacity, null);

    private static ImmutableArray<string> Owners(IReadOnlyList<Observation> seen) =>
        [.. seen.OfType<Observation.HoldChanged>().Select(change => change.After?.Owner).OfType<string>().Distinct()];
}
