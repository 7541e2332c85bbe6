using System.ComponentModel;
using Headroom.Cloud.Clock;

namespace Headroom.Cloud.Services.Lambda.Hosting;

/// <summary>
/// An environment as a process with a runtime API. While its code runs the cloud's clock goes at the wall's pace: from its start
/// to its first answer, and from each event to its answer.
/// </summary>
internal sealed class HostedEnvironment(EnvironmentOrder order, CloudClock clock, TimeProvider wall, UnpackedCode code, Action<FunctionNews> hear)
{
    // What the machine needs to start programs; the rest of the environment is the function's own.
    private static readonly string[] Inherited =
        ["PATH", "HOME", "LD_LIBRARY_PATH", "PYENV_ROOT", "PYENV_VERSION", "VIRTUAL_ENV", "DOTNET_ROOT", "TMPDIR"];

    private readonly Lock _lock = new();
    private FunctionProcess? _process;
    private RuntimeApi? _api;
    private bool _running;
    private bool _initialized;
    private bool _stopped;

    /// <summary>Its code counts as running from when it was ordered: no time is passed over until it has started.</summary>
    internal void Begin() => RunsCode(true);

    /// <summary>Runs the environment, which has begun, to its end.</summary>
    internal async Task RunAsync()
    {
        try
        {
            await RunCodeAsync();
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or Win32Exception or InvalidDataException)
        {
            Tell(new FunctionNews.Exited(order.EnvironmentId, "Runtime.InvalidEntrypoint", fault.Message));
        }
        finally
        {
            RunsCode(false);
        }
    }

    internal void Invoke(InvocationOrder invocation)
    {
        RunsCode(true);
        _api!.Offer(invocation, wall.GetUtcNow() + invocation.TimeLeft);
    }

    internal void Stop()
    {
        lock (_lock)
        {
            _stopped = true;
        }

        _process?.Kill();
    }

    private async Task RunCodeAsync()
    {
        var taskRoot = code.DirectoryOf(order);
        switch (Entrypoint.Of(order, taskRoot, code))
        {
            case Entrypoint.Invalid invalid:
                Tell(new FunctionNews.Exited(order.EnvironmentId, "Runtime.InvalidEntrypoint", invalid.Reason));
                break;
            case Entrypoint.Command command:
                await RunProcessAsync(command.Words, taskRoot);
                break;
        }
    }

    private async Task RunProcessAsync(IReadOnlyList<string> command, string taskRoot)
    {
        await using var api = new RuntimeApi(ReportAsync);
        await api.ListenAsync();
        using var process = new FunctionProcess(
            command,
            taskRoot,
            Variables(taskRoot, api.Address),
            lines => Tell(new FunctionNews.Printed(order.EnvironmentId, lines)));
        lock (_lock)
        {
            if (_stopped)
            {
                return;
            }

            (_api, _process) = (api, process);
            process.Start();
        }

        var reason = await process.ExitAsync();
        Tell(new FunctionNews.Exited(order.EnvironmentId, "Runtime.ExitError", reason));
    }

    private async Task ReportAsync(RuntimeReport report)
    {
        switch (report)
        {
            case RuntimeReport.Next when !_initialized:
                _initialized = true;
                Tell(new FunctionNews.Ready(order.EnvironmentId));
                break;
            case RuntimeReport.Response response:
                await _process!.FlushAsync();
                Tell(new FunctionNews.Answered(order.EnvironmentId, response.RequestId, response.Payload));
                RunsCode(false);
                break;
            case RuntimeReport.Error error:
                await _process!.FlushAsync();
                Tell(new FunctionNews.Failed(order.EnvironmentId, error.RequestId, error.ErrorType, error.Payload));
                RunsCode(false);
                break;
            case RuntimeReport.InitError error:
                await _process!.FlushAsync();
                Tell(new FunctionNews.InitFailed(order.EnvironmentId, error.ErrorType, error.Payload));
                break;
        }
    }

    private Dictionary<string, string> Variables(string taskRoot, string runtimeApi)
    {
        var variables = new Dictionary<string, string>(order.Variables)
        {
            ["AWS_LAMBDA_RUNTIME_API"] = runtimeApi,
            ["LAMBDA_TASK_ROOT"] = taskRoot,
            ["LAMBDA_RUNTIME_DIR"] = code.Root,

            // The developer's own profiles are not the function's.
            ["AWS_CONFIG_FILE"] = "/dev/null",
            ["AWS_SHARED_CREDENTIALS_FILE"] = "/dev/null",
        };
        foreach (var name in Inherited)
        {
            if (System.Environment.GetEnvironmentVariable(name) is { } value)
            {
                variables.TryAdd(name, value);
            }
        }

        return variables;
    }

    private void Tell(FunctionNews news)
    {
        lock (_lock)
        {
            if (_stopped)
            {
                return;
            }
        }

        hear(news);
    }

    private void RunsCode(bool runs)
    {
        lock (_lock)
        {
            if (_running == runs)
            {
                return;
            }

            _running = runs;
        }

        if (runs)
        {
            clock.FunctionStarted();
        }
        else
        {
            clock.FunctionStopped();
        }
    }
}
