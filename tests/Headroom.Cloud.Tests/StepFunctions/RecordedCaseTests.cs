using System.Net;
using System.Text.Json.Nodes;

namespace Headroom.Cloud.Tests.StepFunctions;

/// <summary>The cases that were recorded on AWS, played by their own player through boto3. <c>bench/asl-cases</c> prints their scores.</summary>
public sealed class RecordedCaseTests
{
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(4);

    // Two cases wait until instants that were 24,855 and 24,856 days away on this day: the limit, 2^31 - 1 seconds, lies between them.
    private static readonly DateTimeOffset WrittenAt = new(2026, 11, 24, 0, 28, 48, TimeSpan.Zero);

    [Fact]
    public async Task Every_recorded_case_comes_out_as_on_AWS()
    {
        var player = await RequirePlayerAsync();
        var report = Path.GetTempFileName();
        await using var cloud = await EmbeddedCloud.StartAsync(new() { Address = IPAddress.Loopback, Port = 0, Start = WrittenAt });

        var output = await PlayAsync(player, cloud.Settings.Endpoint, report);

        var results = JsonNode.Parse(await File.ReadAllTextAsync(report))!.AsArray();
        File.Delete(report);
        results.Count.ShouldBeGreaterThan(650, output);
        var known = await KnownDifferencesAsync();
        results.Where(result => !Passed(result!))
            .Select(result => (string)result!["name"]!)
            .Where(name => !known.Exists(difference => name.StartsWith(difference, StringComparison.Ordinal)))
            .ShouldBeEmpty(output);
    }

    private static bool Passed(JsonNode result) =>
        result["pass"]!.GetValue<bool>() && result["types"]?.GetValue<bool>() != false && result["full"]?.GetValue<bool>() != false;

    private static async Task<List<string>> KnownDifferencesAsync() =>
        [.. (await File.ReadAllLinesAsync(Path.Combine(AppContext.BaseDirectory, "StepFunctions", "recorded-differences.txt")))
            .Where(line => !line.StartsWith('#'))
            .Select(line => line.Split(" | ")[0])];

    private static async Task<string> PlayAsync(string player, string endpoint, string report)
    {
        string[] arguments = [player, "--endpoint-url", endpoint, "--needs", "lambda,sqs,sns,dynamodb,events,aws-sdk", "--json", report, "--timeout", "30"];
        var ended = await Programs.RunAsync(new("python3", arguments), Longest);
        return ended.Output + ended.Errors;
    }

    private static async Task<string> RequirePlayerAsync()
    {
        await PythonClient.RequireAsync("boto3");
        var root = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(root, "Headroom.slnx")))
        {
            root = Path.GetDirectoryName(root) ?? throw new DirectoryNotFoundException("The tests are not run inside the repository.");
        }

        var player = Path.Combine(Path.GetDirectoryName(root)!, "shared", "asl-cases", "run.py");
        Programs.Require(File.Exists(player), "../shared/asl-cases is not here, so that the recorded cases are not played");
        return player;
    }
}
