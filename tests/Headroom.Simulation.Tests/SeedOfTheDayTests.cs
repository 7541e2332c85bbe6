using System.Globalization;
using Headroom.Simulation.Scenarios;
using Headroom.Simulation.Searching;

namespace Headroom.Simulation.Tests;

/// <summary>A part of the search that nobody has seen before: each day other seeds.</summary>
public sealed class SeedOfTheDayTests(ITestOutputHelper output)
{
    private const int Runs = 200;
    private const ulong SeedsADay = 1_000_000;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Todays_seeds_break_nothing(bool dense)
    {
#pragma warning disable RS0030 // the day is what makes the seeds new; every failure names the seed that repeats it on any other day
        var today = ulong.Parse(DateTimeOffset.UtcNow.ToString("yyyyMMdd", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
#pragma warning restore RS0030
        var first = today * SeedsADay;
        var (trouble, option) = dense ? (Trouble.Dense, " --dense") : (Trouble.Usual, "");
        output.WriteLine($"headroom simulate --seed {first} --runs {Runs}{option}");

        var broken = new Search(trouble: trouble).Run(first, Runs, Environment.ProcessorCount, TestContext.Current.CancellationToken).FirstOrDefault(result => result.Violation is not null);

        (broken?.Violation).ShouldBeNull($"again with: headroom simulate --seed {broken?.Seed} --runs 1{option}");
    }
}
