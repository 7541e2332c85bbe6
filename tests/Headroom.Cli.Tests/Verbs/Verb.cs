using System.Diagnostics;

namespace Headroom.Cli.Tests.Verbs;

/// <summary>The <c>headroom</c> command as people run it: a process, its exit code and what it printed.</summary>
internal sealed record Verb(int ExitCode, string Output, string Errors)
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    /// <summary>Runs it on a machine without AWS credentials or configuration.</summary>
    public static async Task<Verb> RunAsync(params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "headroom.dll"), .. arguments])
        {
            Environment = { ["AWS_EC2_METADATA_DISABLED"] = "true", ["AWS_SHARED_CREDENTIALS_FILE"] = "/dev/null", ["AWS_CONFIG_FILE"] = "/dev/null" },
        };
        foreach (var name in start.Environment.Keys.Where(name => name is "AWS_ENDPOINT_URL" or "AWS_PROFILE" or "AWS_ACCESS_KEY_ID" or "AWS_SECRET_ACCESS_KEY" or "AWS_SESSION_TOKEN").ToList())
        {
            start.Environment.Remove(name);
        }

        var (exitCode, output, errors) = await Programs.RunAsync(start, Patience);
        return new(exitCode, output, errors);
    }
}
