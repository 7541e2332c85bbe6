using Headroom.Simulation.Observing;
using Headroom.Simulation.Scenarios;

namespace Headroom.Simulation.Tests;

/// <summary>Minutes in which the table of holds answers nobody: what was asked for meanwhile is done when they are over.</summary>
public sealed class UnreachableRecordTests
{
    private static readonly TimeSpan Minutes = TimeSpan.FromMinutes(5);

    [Theory]
    [InlineData("UpdateItem")]
    [InlineData(null)]
    public void A_notification_that_comes_meanwhile_is_held_afterwards_and_told_of_at_once(string? operation)
    {
        var scenario = Runs.One(new Request.Hold([0], TimeSpan.FromMinutes(30), new Wanted.Maximum(), null), """{"holdFor":"PT30M"}""") with
        {
            Faults = [new Fault.Outage("dynamodb", operation, TimeSpan.FromSeconds(5), Minutes, new Harm.Refused("ThrottlingException"))],
        };

        var (result, timeline, seen) = Runs.Of(scenario);

        result.Violation.ShouldBeNull(timeline);
        Outcomes(seen).ShouldBe(["held"], timeline);
        var published = seen.OfType<Observation.Published>().Single().At;
        var told = seen.OfType<Observation.Told>().ToList();
        told.Where(news => news.Type == "Hold Degraded").ShouldHaveSingleItem(timeline).At.ShouldBeLessThan(published + TimeSpan.FromMinutes(2), timeline);
        told.Single(news => news.Type == "Hold Started").At.ShouldBeLessThan(published + Minutes + TimeSpan.FromMinutes(1), timeline);
    }

    [Fact]
    public void A_takeover_that_comes_meanwhile_is_made_afterwards()
    {
        var more = new Incident.Publish(TimeSpan.FromSeconds(90), new Request.Hold([0], TimeSpan.FromMinutes(40), new Wanted.Maximum(), null), """{"holdFor":"PT40M"}""", [TimeSpan.Zero]);
        var scenario = Runs.One(new Request.Hold([0], TimeSpan.FromMinutes(30), new Wanted.Tasks(3), null), """{"holdFor":"PT30M","capacity":3}""", more) with
        {
            // The first hold's three, and the claim of the second, which is refused.
            Faults = [.. Enumerable.Range(4, 12).Select(call => new Fault.OfCall("hold", "UpdateItem", call, new Harm.Refused("InternalServerError")))],
        };

        var (result, timeline, seen) = Runs.Of(scenario);

        result.Violation.ShouldBeNull(timeline);
        Outcomes(seen).ShouldBe(["superseded", "held"], ignoreOrder: true, timeline);
    }

    [Fact]
    public void A_release_that_comes_meanwhile_releases_afterwards()
    {
        var release = new Incident.Publish(TimeSpan.FromMinutes(5), new Request.Release([0]), """{"action":"release"}""", [TimeSpan.Zero]);
        var scenario = Runs.One(new Request.Hold([0], TimeSpan.FromHours(3), new Wanted.Maximum(), null), """{"holdFor":"PT3H"}""", release) with
        {
            Faults = [new Fault.Outage("dynamodb", null, TimeSpan.FromMinutes(4), Minutes, new Harm.Refused("ThrottlingException"))],
        };

        var (result, timeline, seen) = Runs.Of(scenario);

        result.Violation.ShouldBeNull(timeline);
        Outcomes(seen).ShouldBe(["superseded", "released"], ignoreOrder: true, timeline);
        seen.OfType<Observation.Told>().ShouldContain(news => news.Type == "Release Delayed", timeline);
    }

    [Fact]
    public void A_hold_that_would_be_over_by_then_fails_with_the_reason()
    {
        var scenario = Runs.One(new Request.Hold([0], TimeSpan.FromMinutes(3), new Wanted.Maximum(), null), """{"holdFor":"PT3M"}""") with
        {
            Faults = [new Fault.Outage("dynamodb", null, TimeSpan.FromSeconds(5), Minutes, new Harm.Refused("ThrottlingException"))],
        };

        var (result, timeline, seen) = Runs.Of(scenario);

        result.Violation.ShouldBeNull(timeline);
        seen.OfType<Observation.ExecutionEnded>().First().ShouldSatisfyAllConditions(ended => ended.Status.ShouldBe("FAILED", timeline), ended => ended.Error.ShouldBe("DynamoDb.ThrottlingException", timeline));
    }

    [Fact]
    public void A_target_that_goes_meanwhile_is_the_reason_that_is_given()
    {
        var gone = new Incident.ReplaceService(TimeSpan.FromSeconds(30), 0, new(1, 2, 2, ScaleInSuspended: false), null);
        var scenario = Runs.One(new Request.Hold([0], TimeSpan.FromMinutes(30), new Wanted.Maximum(), null), """{"holdFor":"PT30M"}""", gone) with
        {
            // RecordOriginal.
            Faults = [new Fault.OfCall("hold", "UpdateItem", 1, new Harm.Slow(TimeSpan.Zero, null))],
        };

        var (result, timeline, seen) = Runs.Of(scenario);

        result.Violation.ShouldBeNull(timeline);
        seen.OfType<Observation.ExecutionEnded>().First(ended => ended.Status == "FAILED").Error.ShouldBe("Headroom.NoScalableTarget", timeline);
    }

    // Those of the notifications: sweeps, and recoveries after them, fail meanwhile, too.
    private static IEnumerable<string> Outcomes(IReadOnlyList<Observation> seen)
    {
        var notified = seen.OfType<Observation.ExecutionStarted>().Where(started => started.Input.ContainsKey("notificationId")).Select(started => started.Arn).ToHashSet();
        return seen.OfType<Observation.ExecutionEnded>().Where(ended => notified.Contains(ended.Arn)).Select(ended => ended.Output?["outcome"]?.ToString() ?? ended.Status);
    }
}
