using System.Collections.Concurrent;
using Headroom.Cloud.Clock;

namespace Headroom.Cloud.Services.Lambda.Hosting;

/// <summary>Runs functions as processes of this machine, each through a Lambda runtime API of its own.</summary>
/// <param name="clock">The cloud's clock, which goes at the wall's pace while a function's code runs.</param>
/// <param name="wall">The clock that the functions see.</param>
public sealed class ProcessFunctionHost(CloudClock clock, TimeProvider wall) : IFunctionHost, IDisposable
{
    private readonly ConcurrentDictionary<string, (HostedEnvironment Environment, Task Ended)> _environments = new();
    private readonly UnpackedCode _code = new();
    private Action<FunctionNews> _hear = _ => throw new InvalidOperationException("Nobody listens to the functions yet.");

    /// <inheritdoc/>
    public void Listen(Action<FunctionNews> hear) => _hear = hear;

    /// <inheritdoc/>
    public void Start(EnvironmentOrder order)
    {
        var environment = new HostedEnvironment(order, clock, wall, _code, _hear);
        environment.Begin();
        var ended = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _environments[order.EnvironmentId] = (environment, ended.Task);
        _ = Task.Run(async () =>
        {
            try
            {
                await environment.RunAsync();
            }
            finally
            {
                _environments.TryRemove(order.EnvironmentId, out _);
                ended.SetResult();
            }
        });
    }

    /// <inheritdoc/>
    public void Invoke(InvocationOrder order)
    {
        if (_environments.TryGetValue(order.EnvironmentId, out var hosted))
        {
            hosted.Environment.Invoke(order);
        }
    }

    /// <inheritdoc/>
    public void Stop(string environmentId)
    {
        if (_environments.TryGetValue(environmentId, out var hosted))
        {
            _ = Task.Run(hosted.Environment.Stop);
        }
    }

    /// <summary>Ends every process and removes what was unpacked.</summary>
    public void Dispose()
    {
        var ending = _environments.Values.ToList();
        foreach (var (environment, _) in ending)
        {
            environment.Stop();
        }

        Task.WaitAll(ending.Select(hosted => hosted.Ended));
        _code.Dispose();
    }
}
