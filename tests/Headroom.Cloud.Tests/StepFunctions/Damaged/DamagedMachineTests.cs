using System.Collections.Concurrent;

namespace Headroom.Cloud.Tests.StepFunctions.Damaged;

/// <summary>
/// Damaged definitions, inputs and requests, as a client sends them: each is refused or run, none stops the cloud, none is left without
/// an end. Each is played in a cloud of its own, so that its number alone plays it again.
/// </summary>
public sealed class DamagedMachineTests(ITestOutputHelper output)
{
    /// <summary>A longer run: <c>bench/fuzz</c>, or <c>HEADROOM_FUZZ=100000</c>.</summary>
    private static readonly int Count = int.TryParse(Environment.GetEnvironmentVariable("HEADROOM_FUZZ"), out var count) ? count : 600;

    /// <summary>Where to begin: <c>HEADROOM_FUZZ_FROM=4711 HEADROOM_FUZZ=1</c> plays one case again.</summary>
    private static readonly int First = int.TryParse(Environment.GetEnvironmentVariable("HEADROOM_FUZZ_FROM"), out var first) ? first : 1;

    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(1);

    [Fact]
    public async Task Whatever_is_sent_is_refused_or_run_to_an_end()
    {
        var outcomes = new ConcurrentDictionary<string, int>();
        var findings = new ConcurrentQueue<string>();
        var began = TimeProvider.System.GetTimestamp();

        await Parallel.ForEachAsync(Enumerable.Range(First, Count), TestContext.Current.CancellationToken, async (number, _) =>
        {
            try
            {
                var outcome = await Task.Run(new DamagedCase(number).Play, CancellationToken.None).WaitAsync(Longest, CancellationToken.None);
                outcomes.AddOrUpdate(outcome, 1, (_, before) => before + 1);
            }
#pragma warning disable CA1031 // every fault is a finding, and the rest is to be played, too
            catch (Exception fault)
#pragma warning restore CA1031
            {
                findings.Enqueue($"case {number}: {fault}");
            }
        });

        output.WriteLine($"{Count:N0} cases, {Count / TimeProvider.System.GetElapsedTime(began).TotalSeconds:N0}/s, {findings.Count} findings; "
            + string.Join(", ", outcomes.OrderBy(outcome => outcome.Key).Select(outcome => $"{outcome.Key} {outcome.Value:N0}")));
        findings.ShouldBeEmpty(string.Join('\n', findings.Take(10)));
        outcomes.GetValueOrDefault("ran").ShouldBeGreaterThanOrEqualTo(Count / 10, "too few of the definitions were valid");
    }
}
