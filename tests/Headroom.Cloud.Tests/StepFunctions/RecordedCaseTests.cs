using System.Diagnostics;
using System.Net;
using System.Text.Json.Nodes;

namespace Headroom.Cloud.Tests.StepFunctions;

/// <summary>The cases that were recorded on AWS, played by their own player through boto3. <c>bench/asl-cases</c> prints their scores.</summary>
public sealed class RecordedCaseTests
{
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(4);

    [Fact]
    public async Task Every_recorded_case_comes_out_as_on_AWS()
    {
        var player = RequirePlayer();
        var report = Path.GetTempFileName();
        await using var cloud = await EmbeddedCloud.StartAsync(new() { Address = IPAddress.Loopback, Port = 0 });

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
        using var process = Process.Start(new ProcessStartInfo("python3")
        {
            ArgumentList = { player, "--endpoint-url", endpoint, "--needs", "lambda,sqs,sns,dynamodb,events,aws-sdk", "--json", report, "--timeout", "30" },
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        })!;
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        using var patience = new CancellationTokenSource(Longest);
        try
        {
            await process.WaitForExitAsync(patience.Token);
        }
        catch (OperationCanceledException tooLong)
        {
            process.Kill(entireProcessTree: true);
            throw new TimeoutException($"The player did not end within {Longest}.", tooLong);
        }

        return await output + await errors;
    }

    private static string RequirePlayer()
    {
        var absent = !HasBoto3() ? "python3 with boto3 is not here" : null;
        var root = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(root, "Headroom.slnx")))
        {
            root = Path.GetDirectoryName(root) ?? throw new DirectoryNotFoundException("The tests are not run inside the repository.");
        }

        var player = Path.Combine(Path.GetDirectoryName(root)!, "shared", "asl-cases", "run.py");
        absent ??= File.Exists(player) ? null : "../shared/asl-cases is not here";
        if (absent is not null && Environment.GetEnvironmentVariable("CI") == "true")
        {
            Assert.Fail($"{absent}: the recorded cases are not played");
        }

        Assert.SkipUnless(absent is null, $"{absent}: the recorded cases are not played");
        return player;
    }

    private static bool HasBoto3()
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo("python3") { ArgumentList = { "-c", "import boto3" }, RedirectStandardError = true, UseShellExecute = false })!;
            process.WaitForExit();
            return process.ExitCode == 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }
}
