namespace Headroom.Cli.Tests.Clients;

/// <summary>What people type.</summary>
internal static class Bash
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    /// <summary>Runs a bash script to its end, which must be a good one; what it printed.</summary>
    public static async Task<string> RunAsync(string script) => (await Programs.RunAsync(new("bash"), Patience, $"set -euo pipefail\n{script}\n")).Succeeded();
}
