using System.Collections.Concurrent;
using System.Diagnostics;
using System.Runtime.InteropServices;

namespace Headroom.Notifier.Tests.Processes;

/// <summary>The Notifier as a process, in an environment as Lambda makes it.</summary>
internal sealed class RunningNotifier : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private readonly ConcurrentQueue<string> lines = new();
    private readonly Process process;

    private RunningNotifier(ProcessStartInfo start)
    {
        process = new Process { StartInfo = start };
        process.OutputDataReceived += (_, line) => lines.Enqueue(line.Data ?? "");
        process.ErrorDataReceived += (_, line) => lines.Enqueue(line.Data ?? "");
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    public static RunningNotifier Start(string bootstrap, FakeLambda lambda, string handler = "bootstrap", params string[] without)
    {
        var environment = new Dictionary<string, string>
        {
            ["AWS_LAMBDA_RUNTIME_API"] = lambda.Host,
            ["AWS_LAMBDA_FUNCTION_NAME"] = "notifier",
            ["_HANDLER"] = handler,
            ["AWS_ENDPOINT_URL"] = $"http://{lambda.Host}",
            ["AWS_REGION"] = "us-east-1",
            ["AWS_ACCESS_KEY_ID"] = "AKIDEXAMPLE",
            ["AWS_SECRET_ACCESS_KEY"] = "secret",
            ["AWS_SESSION_TOKEN"] = "token",
            ["HEADROOM_SERVICES"] = """["shop/checkout","shop/search"]""",
            ["HEADROOM_STATE_MACHINE_ARN"] = "arn:aws:states:us-east-1:123456789012:stateMachine:hold",
            ["HEADROOM_HOLDS_TABLE"] = "holds",
            ["HEADROOM_DEAD_LETTER_QUEUE_URL"] = $"http://{lambda.Host}/123456789012/refused",
            // The plain .NET build finds the runtime that runs this test; the native binary needs none.
            ["DOTNET_ROOT"] = Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", "..")),
        };
        var start = new ProcessStartInfo(bootstrap)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        start.Environment.Clear();
        foreach (var (name, value) in environment.Where(variable => !without.Contains(variable.Key)))
        {
            start.Environment[name] = value;
        }

        return new RunningNotifier(start);
    }

    /// <summary>The exit code and everything that was written, once the process ended by itself.</summary>
    public async Task<(int ExitCode, IReadOnlyCollection<string> Lines)> EndAsync()
    {
        await process.WaitForExitAsync().WaitAsync(Patience);
        return (process.ExitCode, lines);
    }

    /// <summary>Everything that was written until the process was killed.</summary>
    public async Task<IReadOnlyCollection<string>> KillAsync()
    {
        process.Kill();
        return (await EndAsync()).Lines;
    }

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited)
        {
            await KillAsync();
        }

        process.Dispose();
    }
}
