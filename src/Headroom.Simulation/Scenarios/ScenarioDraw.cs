using System.Collections.Immutable;
using Headroom.Cloud.Kernel;

namespace Headroom.Simulation.Scenarios;

/// <summary>Draws a scenario from a seed.</summary>
internal static class ScenarioDraw
{
    private const int MostServices = 8;
    private const int MostMillisecondsWrong = 2_000;
    private static readonly (ImmutableArray<Incident>, ImmutableArray<Fault>) None = ([], []);
    private static readonly string[] Clocked = ["stepfunctions", "sns", "lambda", "dynamodb", "events", "ecs", "application-autoscaling"];

    internal static Scenario From(ulong seed, Trouble trouble)
    {
        var chance = new Draw(new SeededSource(seed));
        var services = Services(chance, trouble);
        var notifications = NotificationDraw.Some(chance, services);
        var people = PeopleDraw.Some(chance, trouble, services.Length, notifications);
        var (ambush, slowness) = chance.Percent(trouble.Ambush) ? AmbushDraw.One(chance, services.Length, notifications) : ([], []);
        var drawn = new Scenario(seed, services, [.. notifications, .. people, .. ambush], [.. FaultDraw.Some(chance, trouble, notifications), .. slowness])
        {
            Staleness = chance.Percent(40) ? chance.Milliseconds(100, 5_000) : TimeSpan.Zero,
            Clocks = chance.Percent(30) ? Clocks(chance) : ImmutableDictionary<string, TimeSpan>.Empty,
            Lead = chance.Milliseconds(0, 300_000),
        };
        (ImmutableArray<Incident> Incidents, ImmutableArray<Fault> Faults)[] ambushes =
        [
            chance.Percent(trouble.RefusedTakeover) ? AmbushDraw.RefusedTakeover(chance, services.Length) : None,
            chance.Percent(trouble.Deployment) ? DeploymentDraw.One(chance, services.Length) : None,
            chance.Percent(trouble.Replacement) ? (ReplacementDraw.DuringHold(chance, services.Length), []) : None,
            chance.Percent(trouble.TargetThatIsLeft) ? ReplacementDraw.OverTargetThatIsLeft(chance, services.Length) : None,
            chance.Percent(trouble.ServiceOutage) ? ([], [FaultDraw.ServiceOutage(chance, notifications)]) : None,
            chance.Percent(trouble.Removal) ? (RemovalDraw.One(chance, services.Length, notifications), []) : None,
            chance.Percent(trouble.UnansweredClaim) ? AmbushDraw.UnansweredClaim(chance, services.Length) : None,
            chance.Percent(trouble.RecordThatStays) ? ReplacementDraw.WhileRecordStays(chance, services.Length) : None,
            chance.Percent(trouble.UnreadableTarget) ? AmbushDraw.UnreadableTarget(chance, services.Length, drawn.Lead) : None,
            chance.Percent(trouble.UnansweredRecording) ? ReplacementDraw.WhileRecording(chance, services.Length) : None,
            chance.Percent(trouble.UnreachableRecord) ? AmbushDraw.UnreachableRecord(chance, services.Length) : None,
            chance.Percent(trouble.WantedOrphan) ? AmbushDraw.WantedOrphan(chance, services.Length) : None,
            chance.Percent(trouble.OverdueHold) ? DeploymentDraw.LongAfterItIsOver(chance, services.Length) : None,
        ];
        return drawn with
        {
            Incidents = [.. drawn.Incidents, .. ambushes.SelectMany(one => one.Incidents)],
            Faults = [.. drawn.Faults, .. ambushes.SelectMany(one => one.Faults)],
        };
    }

    private static ImmutableDictionary<string, TimeSpan> Clocks(Draw chance) =>
        Clocked.ToImmutableDictionary(service => service, _ => TimeSpan.FromMilliseconds(chance.Between(-MostMillisecondsWrong, MostMillisecondsWrong)));

    // Most faults of a protocol show with one or two services; eight show what is shared.
    private static ImmutableArray<ServiceShape> Services(Draw chance, Trouble trouble)
    {
        var count = chance.Percent(trouble.OneService) ? 1 : chance.Percent(trouble.TwoServicesElse) ? 2 : chance.Between(3, MostServices);
        return [.. Enumerable.Range(0, count).Select(_ => ServiceShapeDraw.One(chance))];
    }
}
