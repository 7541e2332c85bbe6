using Headroom.Simulation.Observing;
using Headroom.Simulation.Scenarios;
using Headroom.Simulation.Staging;

namespace Headroom.Simulation.Checking;

/// <summary>
/// I4: every accepted notification ends in exactly one outcome: held, degraded, extended, covered, expired, released, superseded, or failed
/// with a reason; every refused one is in the dead-letter queue.
/// </summary>
internal static class OneOutcome
{
    private static readonly string[] Outcomes = ["held", "degraded", "extended", "covered", "expired", "released", "superseded"];

    /// <summary>While the run goes on: what an execution says of itself must be true.</summary>
    internal static Violation? Check(World world, Observation seen) => seen switch
    {
        Observation.ExecutionEnded ended when world.Execution(ended.Arn) is { } execution && Lie(execution, (string?)ended.Output?["owner"]) is { } lie =>
            new("I4", seen.At, $"{execution.Name} ends as {execution.Outcome ?? execution.Status}, but {lie}"),
        Observation.HoldChanged { Before: null } claimed when world.Execution(claimed.By) is { Action: "hold" } late && late.HoldUntil + Tolerances.LateClaim < seen.At =>
            new("I4", seen.At, $"{late.Name} begins a hold that was over at {late.HoldUntil:HH:mm:ss.fff}"),
        Observation.HoldChanged { Before: not { Phase: HoldRecord.Holding }, After: { Phase: HoldRecord.Holding, IsDegraded: false } whole } announced
            when world.Execution(whole.Owner) is { AnnouncedInPlace: false } owner =>
            new("I4", seen.At, $"{owner.Name} announces its hold of {announced.Service} as whole, but scale-in is not paused or the floor not reached"),
        _ => null,
    };

    /// <summary>After the run: every notification has its outcomes, unless the hold was removed before it could be handled.</summary>
    internal static Violation? CheckEnd(World world, DateTimeOffset now) =>
        world.Notifications.Values.Where(notification => !(LatestHandling(notification) > world.IntakeClosedAt)).Select(notification => Missing(world, notification)).FirstOrDefault(missing => missing is not null) is { } first
            ? new("I4", now, first)
            : null;

    private static string? Lie(ExecutionView execution, string? owner) => execution switch
    {
        { Outcome: "extended" or "covered" } when owner == execution.Arn => "the hold that it relies on is its own",
        { Error: { } error } when error.StartsWith("States.Runtime", StringComparison.Ordinal) || error.StartsWith("States.NoChoice", StringComparison.Ordinal)
            || error.StartsWith("States.ParameterPath", StringComparison.Ordinal) || error.StartsWith("States.Intrinsic", StringComparison.Ordinal)
            || error.StartsWith("States.ResultPath", StringComparison.Ordinal) || error.StartsWith("States.Permissions", StringComparison.Ordinal) =>
            $"that is a fault in the state machine: {error}: {execution.Cause}",
        { Outcome: "expired", ChangedAt: { } at } => $"it changed the service at {at:HH:mm:ss.fff}",
        { Outcome: "expired" } when execution.HoldUntil > execution.EndedAt + Tolerances.ClocksApart => $"its hold would have lasted until {execution.HoldUntil:HH:mm:ss.fff}",
        { Outcome: "extended" or "covered", ChangedAt: { } at } => $"it changed the service at {at:HH:mm:ss.fff}",
        { Outcome: "held", AnnouncedInPlace: false } => "when it was announced, scale-in was not paused or the floor not reached",
        _ => null,
    };

    private static string? Missing(World world, Observation.Published published)
    {
        var executions = world.Executions.Where(execution => execution.NotificationId == published.MessageId).ToList();
        return published.Notification.Notification switch
        {
            Request.Bad when executions.Count > 0 => $"the bad notification {published.MessageId} started {executions[0].Name}",
            Request.Bad => IsDeadLettered(world, published) ? null : $"the bad notification {published.MessageId} is not in the dead-letter queue",
            Request.Hold hold => hold.Services.Select(service => Missing(world, published, executions, service)).FirstOrDefault(missing => missing is not null),
            Request.Release release => release.Services.Select(service => Missing(world, published, executions, service)).FirstOrDefault(missing => missing is not null),
            var other => throw new InvalidOperationException($"No such request: {other}"),
        };
    }

    private static string? Missing(World world, Observation.Published published, List<ExecutionView> executions, int service)
    {
        var target = StageNames.Target(StageNames.Service(service));
        return executions.Where(execution => execution.Target == target).ToList() switch
        {
            [] when IsDeadLettered(world, published) => null,
            [{ Status: "SUCCEEDED", Outcome: { } outcome }] when Outcomes.Contains(outcome) => null,
            [{ Status: "FAILED", Error: not null } or { Status: "ABORTED" }] => null,
            [] => $"notification {published.MessageId} started nothing for {target}",
            [var one] => $"notification {published.MessageId} ended {target} as {one.Status} {one.Outcome}",
            var many => $"notification {published.MessageId} started {many.Count} executions for {target}",
        };
    }

    private static DateTimeOffset LatestHandling(Observation.Published published) => published.At + published.Notification.DeliveredAfter.Max() + Tolerances.Handling;

    private static bool IsDeadLettered(World world, Observation.Published published) =>
        world.DeadLetters.Exists(letter => letter.MessageId == published.MessageId || letter.Body.Contains(published.MessageId, StringComparison.Ordinal));
}
