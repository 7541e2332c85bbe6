using Headroom.Cloud.Store;

namespace Headroom.Cloud.Tests.StepFunctions.Killed;

/// <summary>
/// A cloud with <c>--data</c> in a process that is killed with signal 9 at an event of an execution, is started again and goes on; and is
/// killed again at the next event, and so on. The execution ends with the history of one that was never killed.
/// </summary>
public sealed class KilledMachineTests(ITestOutputHelper output) : IDisposable
{
    private const int Sampled = 3;

    /// <summary>Every event of all machines: <c>bench/kills</c>, or <c>HEADROOM_KILLS=all</c>. Else a sample.</summary>
    private static readonly bool All = Environment.GetEnvironmentVariable("HEADROOM_KILLS") == "all";

    private readonly string _folder = Directory.CreateTempSubdirectory("headroom-").FullName;

    public static TheoryData<int> Numbers => [.. Enumerable.Range(1, All ? LivelyMachines.Count : Sampled)];

    [Fact]
    public Task The_hold_ends_as_if_it_had_never_been_killed() => CheckAsync("the hold", cloud =>
    {
        DeployedHold.Deploy(cloud);
        return DeployedHold.Start(cloud);
    });

    [Theory]
    [MemberData(nameof(Numbers))]
    public Task Any_machine_ends_as_if_it_had_never_been_killed(int number) => CheckAsync($"machine {number}", cloud => LivelyMachines.Start(cloud, LivelyMachines.Definition(number)));

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private async Task CheckAsync(string name, Func<TestCloud, string> start)
    {
        var (calm, killed) = (Path.Combine(_folder, "calm"), Path.Combine(_folder, "killed"));
        var execution = Begin(killed, start);
        Copy(killed, calm);
        var (expected, boundaries) = await KilledProcess.FinishAsync(calm, execution, boundariesBefore: 0);

        var stride = All ? 1 : Math.Max(1, boundaries / Sampled);
        var kills = 0;
        for (; (kills + 1) * stride <= boundaries; kills++)
        {
            await KilledProcess.KillAsync(killed, execution, stride);
        }

        var (story, _) = await KilledProcess.FinishAsync(killed, execution, kills * stride);
        (story == expected).ShouldBeTrue($"{name}, killed {kills} times: {story} is not {expected}");
        output.WriteLine($"{name}: {boundaries} boundaries, killed at {kills}: the same history of {expected.Count(letter => letter == '\n')} events");
    }

    private static string Begin(string folder, Func<TestCloud, string> start)
    {
        using var disk = SqliteStorage.Open(folder);
        return start(new TestCloud(disk));
    }

    private static void Copy(string from, string to)
    {
        Directory.CreateDirectory(to);
        foreach (var file in Directory.EnumerateFiles(from))
        {
            File.Copy(file, Path.Combine(to, Path.GetFileName(file)));
        }
    }
}
