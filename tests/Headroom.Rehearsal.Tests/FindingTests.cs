using Headroom.Rehearsal.Comparing;
using Headroom.Rehearsal.Recording;

namespace Headroom.Rehearsal.Tests;

public sealed class FindingTests
{
    private static readonly TimeSpan Push = TimeSpan.FromMinutes(5);

    [Fact]
    public void A_hold_that_saves_requests_says_how_many() =>
        Found(Runs.OfHold(ready: 4, end: 30), Runs.WithoutHold(dropped: minute => minute is >= 10 and < 20 ? 1800 : 0))
            .ShouldBe([new("HoldHelps", "No request is dropped with the hold; without it 18,000 of 33,000 would be.")]);

    [Fact]
    public void A_push_that_the_policy_keeps_up_with_needs_no_hold() =>
        Found(Runs.OfHold(ready: 4, end: 30), Runs.WithoutHold()).Single().Kind.ShouldBe("NotNeeded");

    [Fact]
    public void A_notification_that_comes_too_late_is_told_when_to_come()
    {
        var finding = Found(Runs.OfHold(ready: 7, end: 30, dropped: minute => minute == 6 ? 40 : 0), Runs.WithoutHold()).Single();

        finding.ShouldBe(new("NotifiedTooLate", "The capacity was ready 2 min after the push went out (40 requests dropped by then). Publish the notification 7 min before the push."));
    }

    [Fact]
    public void A_hold_that_ends_before_the_load_does_is_told_how_long_to_last() =>
        Found(Runs.OfHold(ready: 4, end: 15, dropped: minute => minute is > 15 and < 20 ? 100 : 0), Runs.WithoutHold())
            .ShouldBe([new("HoldTooShort", "400 requests were dropped after the hold, which was over 15 min after the notification. Hold for 19 min at the least, and rehearse again.")]);

    [Theory]
    [InlineData(130, "a MaxCapacity of 13")]
    [InlineData(95, "hold \"max\"")]
    public void Too_few_tasks_are_told_with_what_it_would_take(double peak, string advice)
    {
        var finding = Found(Runs.OfHold(ready: 4, end: 30, peak, minute => minute == 12 ? 500 : 0), Runs.WithoutHold()).Single();

        finding.Kind.ShouldBe("TooFewTasks");
        finding.Text.ShouldBe($"500 requests were dropped while 10 tasks were held: they answer 100 requests a second, the peak is {peak}. It would take {advice}.");
    }

    [Fact]
    public void Capacity_that_never_came_is_told_as_that() =>
        Found(Runs.OfHold(ready: 61, end: 61, dropped: _ => 1), Runs.WithoutHold()).Single().Kind.ShouldBe("NeverReady");

    [Fact]
    public void A_notification_that_holds_nothing_is_told_first() =>
        Found(Runs.WithoutHold(dropped: _ => 1), Runs.WithoutHold(dropped: _ => 1)).Single().Kind.ShouldBe("NothingHeld");

    private static IReadOnlyList<Finding> Found(RecordedRun withHold, RecordedRun withoutHold) => new Comparison(Push, 0.02m, withHold, withoutHold).Findings;
}
