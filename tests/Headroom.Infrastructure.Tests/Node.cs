using System.Diagnostics;

namespace Headroom.Infrastructure.Tests;

/// <summary>Node and the packages that <c>npm ci</c> installs: needed to synthesize, to validate and to run on another engine.</summary>
internal static class Node
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(1);

    /// <summary>Skips the test where Node is absent; in CI its absence is a failure.</summary>
    internal static void Require() => RequireThat(OnPath("node"), "Node is not on the PATH: nothing can be synthesized here.");

    /// <summary>Skips the test where the package is not installed; in CI its absence is a failure.</summary>
    internal static void RequirePackage(string name)
    {
        Require();
        RequireThat(Directory.Exists(Repository.In("node_modules", name)), $"{name} is not installed: run npm ci in the repository's root.");
    }

    /// <summary>Runs a script in the repository's root and returns what it wrote to standard output.</summary>
    internal static async Task<string> Run(params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo("node", arguments)
        {
            WorkingDirectory = Repository.Root,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        })!;
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        using var limit = new CancellationTokenSource(Limit);
        try
        {
            await process.WaitForExitAsync(limit.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            Assert.Fail($"node {string.Join(' ', arguments)} did not end within {Limit}.");
        }

        process.ExitCode.ShouldBe(0, await output + await errors);
        return await output;
    }

    private static void RequireThat(bool isThere, string reason)
    {
        if (!isThere && Environment.GetEnvironmentVariable("CI") == "true")
        {
            Assert.Fail(reason);
        }

        Assert.SkipUnless(isThere, reason);
    }

    private static bool OnPath(string program) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Any(directory => File.Exists(Path.Combine(directory, program)));
}
