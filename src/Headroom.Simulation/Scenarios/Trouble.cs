namespace Headroom.Simulation.Scenarios;

/// <summary>How much goes wrong in a run: the chances in percent of the runs, and how much at most.</summary>
public sealed record Trouble
{
    private Trouble()
    {
    }

    /// <summary>Some runs are quiet, most have a few faults: what breaks often is told by a short story.</summary>
    public static Trouble Usual { get; } = new()
    {
        OneService = 60, TwoServicesElse = 60, NoPeople = 50, MostPeople = 4, NoFaults = 25, MostFaults = 10,
        Ambush = 12, RefusedTakeover = 3, Deployment = 5, Replacement = 3, TargetThatIsLeft = 2, Removal = 1, UnansweredClaim = 2, RecordThatStays = 2, UnreadableTarget = 2, UnansweredRecording = 2, UnreachableRecord = 2, WantedOrphan = 2, OverdueHold = 2,
    };

    /// <summary>Much goes wrong at once on few services: what needs several rare things together.</summary>
    public static Trouble Dense { get; } = new()
    {
        OneService = 85, TwoServicesElse = 90, NoPeople = 15, MostPeople = 8, NoFaults = 10, MostFaults = 24,
        Ambush = 50, RefusedTakeover = 15, Deployment = 25, Replacement = 20, TargetThatIsLeft = 12, ServiceOutage = 30, Removal = 15, UnansweredClaim = 8, RecordThatStays = 8, UnreadableTarget = 8, UnansweredRecording = 8, UnreachableRecord = 8, WantedOrphan = 8, OverdueHold = 8,
    };

    internal int OneService { get; init; }

    internal int TwoServicesElse { get; init; }

    internal int NoPeople { get; init; }

    internal int MostPeople { get; init; }

    internal int NoFaults { get; init; }

    internal int MostFaults { get; init; }

    internal int Ambush { get; init; }

    internal int RefusedTakeover { get; init; }

    internal int Deployment { get; init; }

    internal int Replacement { get; init; }

    internal int TargetThatIsLeft { get; init; }

    internal int ServiceOutage { get; init; }

    internal int Removal { get; init; }

    internal int UnansweredClaim { get; init; }

    internal int RecordThatStays { get; init; }

    internal int UnreadableTarget { get; init; }

    internal int UnansweredRecording { get; init; }

    internal int UnreachableRecord { get; init; }

    internal int WantedOrphan { get; init; }

    internal int OverdueHold { get; init; }
}
