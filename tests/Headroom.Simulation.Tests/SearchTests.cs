using Headroom.Simulation.Planting;
using Headroom.Simulation.Searching;

namespace Headroom.Simulation.Tests;

public sealed class SearchTests
{
    private const int Seeds = 60;
    private const int Few = 20;

    /// <summary>Bugs that show themselves within a few runs; the others are in <c>docs/proof.md</c>, whose search takes longer.</summary>
    public static TheoryData<string> ShowingEarly =>
    [
        "PauseScaleIn sets no floor",
        "PauseScaleIn leaves scale-in running",
        "each owner records the original anew",
        "every target is described, and the first taken",
        "a takeover keeps its own, earlier end",
        "an extension with more tasks than are held",
        "a message that is older than its hold is acted on",
        "BeginRelease does not look at the end",
        "BeginRelease does not look at the owner",
        "a release that takes nothing over",
        "MinCapacity is not put back",
        "flags are put back as if nothing had been suspended before",
        "the record goes before scale-in is resumed",
        "a recovery releases what should go on",
        "a guard leaves a hold that is over, and may yet be extended",
        "a guard leaves a degraded hold as it is",
    ];

    [Fact]
    public void The_shipped_protocol_keeps_its_promises()
    {
        new Search().Run(1, Seeds, Environment.ProcessorCount, TestContext.Current.CancellationToken).ShouldAllBe(result => result.Violation == null);
    }

    [Fact]
    public void What_is_found_does_not_depend_on_how_many_run_at_once()
    {
        var search = new Search(PlantedBugs.All.Single(bug => bug.Name == "each owner records the original anew"));

        var alone = search.Run(1, Few, 1, TestContext.Current.CancellationToken).ToList();
        var together = search.Run(1, Few, 4, TestContext.Current.CancellationToken).ToList();

        together.ShouldBe(alone);
        alone.ShouldContain(result => result.Violation != null);
    }

    [Fact]
    public void Every_planted_bug_leaves_a_state_machine_that_can_be_deployed()
    {
        foreach (var bug in PlantedBugs.All)
        {
            Should.NotThrow(() => new Search(bug).Run(1), bug.Name);
        }
    }

    [Theory]
    [MemberData(nameof(ShowingEarly))]
    public void A_planted_bug_is_found(string name)
    {
        var bug = PlantedBugs.All.Single(bug => bug.Name == name);
        var search = new Search(bug);

        var found = search.Run(1, Seeds, Environment.ProcessorCount, TestContext.Current.CancellationToken).First(result => result.Violation is not null).Violation!;

        bug.Invariants.Split(' ').ShouldContain(found.Invariant, found.What);
    }

    [Fact]
    public void What_is_found_is_explained_by_fewer_incidents()
    {
        var search = new Search(PlantedBugs.All.Single(bug => bug.Name == "BeginRelease does not look at the end"));
        var (seed, violation) = Enumerable.Range(1, Seeds).Select(seed => ((ulong)seed, search.Run((ulong)seed).Violation)).First(run => run.Violation is not null);

        var finding = search.Explain(seed, violation!);

        finding.Violation.Invariant.ShouldBe(violation!.Invariant);
        finding.Scenario!.Incidents.Length.ShouldBeLessThanOrEqualTo(3);
        finding.Timeline!.ShouldContain("published");
    }
}
