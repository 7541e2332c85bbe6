namespace Headroom.Infrastructure.Tests;

/// <summary>Node and the packages that <c>npm ci</c> installs: needed to synthesize, to validate and to run on another engine.</summary>
internal static class Node
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(1);

    /// <summary>Skips the test where Node is absent; in CI its absence is a failure.</summary>
    internal static void Require() => Programs.Require("node");

    /// <summary>Skips the test where the package is not installed; in CI its absence is a failure.</summary>
    internal static void RequirePackage(string name)
    {
        Require();
        Programs.Require(Directory.Exists(Repository.In("node_modules", name)), $"{name} is not installed (run npm ci in the repository's root)");
    }

    /// <summary>Runs a script in the repository's root and returns what it wrote to standard output.</summary>
    internal static async Task<string> Run(params string[] arguments) =>
        (await Programs.RunAsync(new("node", arguments) { WorkingDirectory = Repository.Root }, Limit)).Succeeded();
}
