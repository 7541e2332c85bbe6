namespace Headroom.Cloud.Tests;

/// <summary>A client that is not ours: a script on boto3, as a process, against a started cloud.</summary>
internal static class PythonClient
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    /// <summary>What the script printed; it must end well. It is given the cloud's endpoint, then the arguments.</summary>
    internal static async Task<string> RunAsync(string script, double speed = 1, params string[] arguments)
    {
        await RequireAsync("boto3");
        await using var cloud = await EmbeddedCloud.StartAsync(new() { Port = 0, Speed = speed });
        return (await Programs.RunAsync(new("python3", [Path.Combine(AppContext.BaseDirectory, script), cloud.Settings.Endpoint, .. arguments]), Patience)).Succeeded();
    }

    /// <summary>Demands a module of Python's.</summary>
    internal static async Task RequireAsync(string module)
    {
        Programs.Require("python3");
        var (exitCode, _, _) = await Programs.RunAsync(new("python3", ["-c", $"import {module}"]), Patience);
        Programs.Require(exitCode == 0, $"Python's {module} is not here");
    }
}
