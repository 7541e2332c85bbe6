using System.Diagnostics;

namespace Headroom.Cloud.Tests.Messaging;

/// <summary>A client that is not ours: boto3, as a process, against a started cloud.</summary>
public sealed class ClientTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    [Fact]
    public async Task An_application_on_boto3_finds_the_messaging_services_as_on_AWS()
    {
        Tools.Need("python3");
        await Tools.NeedPythonModuleAsync("boto3");
        await using var cloud = await EmbeddedCloud.StartAsync(new() { Port = 0 });

        var (exitCode, output) = await RunAsync("python3", Path.Combine(AppContext.BaseDirectory, "Messaging", "messaging.py"), cloud.Settings.Endpoint);

        exitCode.ShouldBe(0, output);
        output.ShouldEndWith("done\n");
    }

    private static async Task<(int ExitCode, string Output)> RunAsync(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true })!;
        using var patience = new CancellationTokenSource(Patience);
        var (output, errors) = (process.StandardOutput.ReadToEndAsync(patience.Token), process.StandardError.ReadToEndAsync(patience.Token));
        try
        {
            await process.WaitForExitAsync(patience.Token);
        }
        finally
        {
            process.Kill(entireProcessTree: true);
        }

        return (process.ExitCode, await errors + await output);
    }
}
