using System.Collections.Immutable;

namespace Headroom.Simulation.Scenarios;

/// <summary>Draws what goes wrong.</summary>
internal static class FaultDraw
{
    private const int CallsOfOneHold = 14;

    private static readonly string[] Operations =
    [
        "StartExecution", "UpdateItem", "GetItem", "DeleteItem", "Scan", "DescribeScalableTargets", "RegisterScalableTarget", "DescribeServices", "UpdateService",
        "DescribeExecution", "PutEvents", "SendMessage", "DescribeScheduledActions", "DescribeTargetHealth", "Invoke",
    ];

    // Where a late effect or a lost answer does most harm.
    private static readonly string[] Writes = ["UpdateItem", "RegisterScalableTarget", "UpdateService", "DeleteItem"];

    private static readonly string[] Services = ["dynamodb", "application-autoscaling", "ecs", "stepfunctions", "events", "lambda"];

    // Executions that run seldom: what goes wrong in them would else go wrong seldom too.
    private static readonly string[] Actions = ["release", "ended", "ended", "recover", "sweep"];

    internal static ImmutableArray<Fault> Some(Draw chance, Trouble trouble, ImmutableArray<Incident.Publish> notifications)
    {
        var count = chance.Percent(trouble.NoFaults) ? 0 : chance.Between(1, trouble.MostFaults);
        return [.. Enumerable.Range(0, count).Select(_ => One(chance, notifications))];
    }

    /// <summary>One service that fails as a whole.</summary>
    internal static Fault.Outage ServiceOutage(Draw chance, ImmutableArray<Incident.Publish> notifications) =>
        new(chance.One(Services), null, Times.Around(chance, notifications), Lasting(chance), chance.Between(0, 9) switch
        {
            < 6 => Refused(chance),
            < 8 => new Harm.AnswerLost("ServiceUnavailable"),
            _ => new Harm.Slow(chance.Milliseconds(0, 5_000), chance.Percent(50) ? null : chance.Milliseconds(0, 20_000)),
        });

    private static Fault One(Draw chance, ImmutableArray<Incident.Publish> notifications) => chance.Between(0, 99) switch
    {
        < 28 => new Fault.OfCall(null, null, chance.Between(0, CallsOfOneHold * (notifications.Length + 1)), Harm(chance)),
        < 58 => new Fault.OfCall(null, Operation(chance), chance.Between(0, 3 + (2 * notifications.Length)), Harm(chance)),
        < 72 => new Fault.OfCall(chance.One(Actions), Operation(chance), chance.Between(0, 2), Harm(chance)),
        < 84 => new Fault.Outage(null, Operation(chance), Times.Around(chance, notifications), Lasting(chance), Refused(chance)),
        < 89 => new Fault.OfFunction(chance.Between(0, notifications.Length), chance.Between(0, 3), chance.Percent(30)),
        < 91 => new Fault.OfCalendar(chance.Between(0, 2), chance.Percent(30)),
        < 93 => new Fault.OfEvent(EventKind.Deployment, chance.Between(0, 2), chance.Between(1, 2), chance.Seconds(0, 30)),
        < 97 => new Fault.OfEvent(EventKind.Ended, chance.Between(0, 3), chance.One([0, 0, 2, 1]), chance.Percent(50) ? TimeSpan.Zero : chance.Seconds(0, 120)),
        _ => new Fault.OfEvent(EventKind.Sweep, chance.Between(0, 6), chance.One([0, 2]), TimeSpan.Zero),
    };

    private static string Operation(Draw chance) => chance.One(chance.Percent(70) ? Writes : Operations);

    // What a protocol takes for lasting lasts longer than its retries.
    private static TimeSpan Lasting(Draw chance) => chance.Percent(60) ? chance.Seconds(5, 150) : chance.Seconds(150, 1_500);

    private static Harm Harm(Draw chance) => chance.Between(0, 99) switch
    {
        < 25 => Refused(chance),
        < 45 => new Harm.AnswerLost(chance.Percent(50) ? "InternalServerError" : "ServiceUnavailable"),
        < 70 => new Harm.Slow(chance.Milliseconds(0, 5_000), chance.Percent(30) ? null : chance.Milliseconds(0, 20_000)),
        _ => new Harm.CallerAborted(chance.Percent(30) ? TimeSpan.Zero : chance.Milliseconds(0, 5_000)),
    };

    private static Harm.Refused Refused(Draw chance) =>
        new(chance.One(["ThrottlingException", "InternalServerError", "ServiceUnavailable", "ConcurrentUpdateException", "AccessDeniedException"]));
}
