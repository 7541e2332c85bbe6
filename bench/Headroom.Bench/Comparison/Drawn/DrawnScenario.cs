using System.Collections.Immutable;
using Headroom.Simulation.Scenarios;

namespace Headroom.Bench.Comparison.Drawn;

/// <summary>
/// A scenario of the search, reduced to what the sample can take: one covered service; every notification asks for what the sample gives, the maximum for
/// five minutes, or is a bad one; people who change the target, deploy, stop executions; calls of both that are refused, or whose answers are lost.
/// </summary>
/// <param name="Seed">The search's seed.</param>
/// <param name="Shape">The service before anything happens.</param>
/// <param name="AnotherMax">MaxCapacity of another service of the account, which nobody asks to be held; null where there is none.</param>
/// <param name="Lead">What passes before the first incident.</param>
/// <param name="Incidents">What happens, in order.</param>
/// <param name="Faults">What goes wrong.</param>
internal sealed record DrawnScenario(ulong Seed, ServiceShape Shape, int? AnotherMax, TimeSpan Lead, ImmutableArray<Incident> Incidents, ImmutableArray<Fault> Faults)
{
    internal static readonly TimeSpan HoldFor = TimeSpan.FromMinutes(5);
    private static readonly string[] CallsOfBoth = ["StartExecution", "DescribeScalableTargets", "RegisterScalableTarget", "UpdateService"];

    /// <summary>What was published, first things first.</summary>
    internal IEnumerable<Incident.Publish> Published => Incidents.OfType<Incident.Publish>();

    /// <summary>When something last happens or goes wrong by itself, a delivery included.</summary>
    internal TimeSpan LastTrouble => Incidents.Select(incident => incident is Incident.Publish publish ? publish.At + publish.DeliveredAfter.Max() : incident.At)
        .Concat(Faults.OfType<Fault.Outage>().Select(outage => outage.From + outage.For)).Max();

    /// <summary>The search's scenario of a seed; null where nothing of it is left.</summary>
    internal static DrawnScenario? From(ulong seed)
    {
        var drawn = ScenarioDraw.From(seed, Trouble.Usual);
        var incidents = drawn.Incidents.Select(Taken).OfType<Incident>().OrderBy(incident => incident.At).ToImmutableArray();
        return incidents.OfType<Incident.Publish>().Any()
            ? new(seed, drawn.Services[0], drawn.Services.Length > 1 ? drawn.Services[1].Max : null, drawn.Lead, incidents, [.. drawn.Faults.Where(IsTaken)])
            : null;
    }

    private static Incident? Taken(Incident incident) => incident switch
    {
        Incident.Publish { Notification: Request.Hold { Services: var services } } publish when services.Contains(0) => publish with { Body = "hello!" },
        Incident.Publish { Notification: Request.Bad } => incident,
        Incident.SetLimits { Service: 0 } or Incident.SetFlags { Service: 0 } or Incident.Deploy { Service: 0 } => incident,
        Incident.PutScheduledAction { Service: 0, Schedule: DueTimes.Once } => incident,
        Incident.StopExecution => incident,
        _ => null,
    };

    private static bool IsTaken(Fault fault) => fault switch
    {
        Fault.OfCall { Action: null, Operation: { } operation, Harm: Harm.Refused or Harm.AnswerLost } => CallsOfBoth.Contains(operation),
        Fault.Outage { Operation: { } operation, Harm: Harm.Refused } => CallsOfBoth.Contains(operation),
        _ => false,
    };
}
