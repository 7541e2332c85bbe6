using System.Diagnostics;
using System.Globalization;
using Headroom.Cloud.Kernel;
using Headroom.Cloud.Store;

namespace Headroom.Cloud.Tests.StepFunctions.Killed;

/// <summary>
/// A cloud on a data folder, in a process of its own: this program again, with the one explicit test that goes on where the folder stands
/// until its storage kills it, or the execution ends.
/// </summary>
public sealed class KilledProcess
{
    /// <summary>What a process ends with that was killed by signal 9.</summary>
    internal const int Killed = 128 + 9;

    private const string Folder = "HEADROOM_KILLED_FOLDER";
    private const string Execution = "HEADROOM_KILLED_EXECUTION";
    private const string After = "HEADROOM_KILLED_AFTER";
    private const int MostBoundaries = 60;
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    /// <summary>Goes on in a process of its own, which is killed after so many boundaries.</summary>
    internal static Task KillAsync(string folder, string execution, int after) => RunAsync(folder, execution, after, Killed);

    /// <summary>Goes on in a process of its own to the end; what then is to be seen of the execution, and after how many boundaries.</summary>
    internal static async Task<(string Story, int Boundaries)> FinishAsync(string folder, string execution, int boundariesBefore)
    {
        await RunAsync(folder, execution, boundariesBefore - MostBoundaries, exitCode: 0);
        var told = await File.ReadAllTextAsync(StoryIn(folder));
        var line = told.IndexOf('\n', StringComparison.Ordinal);
        return (told[(line + 1)..], int.Parse(told[..line], CultureInfo.InvariantCulture));
    }

    [Fact(Explicit = true)]
    public void Goes_on_until_it_is_killed_or_done()
    {
        var folder = Environment.GetEnvironmentVariable(Folder);
        Assert.SkipWhen(folder is null, "Only for a process that is to be killed.");
        var execution = Environment.GetEnvironmentVariable(Execution)!;
        var after = int.Parse(Environment.GetEnvironmentVariable(After)!, CultureInfo.InvariantCulture);

        using var disk = SqliteStorage.Open(folder);
        var storage = new KillingStorage(disk, after > 0 ? after : null);
        var cloud = new TestCloud(storage, now: KernelMemory.Of(new RecordStore(disk))!.At);
        while (storage.Boundaries < Math.Abs(after) && (string)Machines.Describe(cloud, execution)["status"]! == "RUNNING")
        {
            cloud.WakeNext().ShouldBeTrue("it waits for nothing");
        }

        File.WriteAllText(StoryIn(folder), $"{storage.Boundaries}\n{Stories.Of(cloud, execution)}");
    }

    private static string StoryIn(string folder) => Path.Combine(folder, "story");

    private static async Task RunAsync(string folder, string execution, int after, int exitCode)
    {
        var start = new ProcessStartInfo("dotnet", [typeof(KilledProcess).Assembly.Location, "-class", typeof(KilledProcess).FullName!, "-explicit", "only"])
        {
            Environment = { [Folder] = folder, [Execution] = execution, [After] = after.ToString(CultureInfo.InvariantCulture) },
        };
        var ended = await Programs.RunAsync(start, Patience);
        ended.ExitCode.ShouldBe(exitCode, ended.Errors + ended.Output);
    }
}
