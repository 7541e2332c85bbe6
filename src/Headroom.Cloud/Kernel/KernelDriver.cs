using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Headroom.Cloud.Clock;

namespace Headroom.Cloud.Kernel;

/// <summary>Drives a kernel in real or accelerated time on one thread of its own: calls and news as they come, wakes when they are due; or from wake to wake, where somebody has the time go on.</summary>
public sealed class KernelDriver : IDisposable
{
    private const int MostWakesBeforeACall = 1000;
    private static readonly TimeSpan LongestSleep = TimeSpan.FromSeconds(1);
    private readonly Lock _gate = new();
    private readonly BlockingCollection<Action> _inbox = [];
    private readonly TaskCompletionSource _completion = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly CloudKernel _kernel;
    private readonly CloudClock _clock;
    private readonly Thread _thread;

    /// <summary>A driver that waits for <see cref="Start"/>: what is called or posted before is done then.</summary>
    public KernelDriver(CloudKernel kernel, CloudClock clock)
    {
        _kernel = kernel;
        _clock = clock;
        _thread = new(Run) { IsBackground = true, Name = "kernel" };
    }

    /// <summary>Ends when the driver is disposed of, or with the fault that stopped the cloud.</summary>
    public Task Completion => _completion.Task;

    /// <summary>Starts driving.</summary>
    public void Start() => _thread.Start();

    /// <summary>Calls an operation; the answer is durable when it is given.</summary>
    public Task<Outcome<JsonObject>> CallAsync(Caller caller, string service, string operation, JsonObject request)
    {
        var answer = new TaskCompletionSource<Outcome<JsonObject>>(TaskCreationOptions.RunContinuationsAsynchronously);
        Enqueue(answer, () => _kernel.Call(_clock.GetUtcNow(), caller, service, operation, request, outcome => answer.TrySetResult(outcome)));
        return answer.Task;
    }

    /// <summary>Applies one step with news from outside (a process ended); a fault in it stops the cloud.</summary>
    public void Post(Action<Step> change)
    {
        // After the cloud has stopped there is nobody left to hear the news.
        TryEnqueue(() => _kernel.Apply(_clock.GetUtcNow(), change));
    }

    /// <summary>Reads something on the kernel's thread, between two steps.</summary>
    public Task<T> ReadAsync<T>(Func<Step, T> read)
    {
        var answer = new TaskCompletionSource<T>(TaskCreationOptions.RunContinuationsAsynchronously);
        Enqueue(answer, () => _kernel.Apply(_clock.GetUtcNow(), step => answer.TrySetResult(read(step))));
        return answer.Task;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Close();
        _thread.Join();
        _inbox.Dispose();
    }

    private void Enqueue<T>(TaskCompletionSource<T> answer, Action work)
    {
        var accepted = TryEnqueue(() =>
        {
            try
            {
                work();
            }
#pragma warning disable CA1031 // whatever goes wrong belongs to the caller, who waits for it: the endpoint answers it with a 500
            catch (Exception fault)
#pragma warning restore CA1031
            {
                answer.TrySetException(fault);
            }
        });
        if (!accepted)
        {
            answer.TrySetException(new OperationCanceledException("The cloud has stopped."));
        }
    }

    private void Run()
    {
        try
        {
            _kernel.Start(_clock.GetUtcNow());
            while (!_inbox.IsCompleted)
            {
                WakeAllDue();
                if (_inbox.TryTake(out var work, SleepUntilNextWake()))
                {
                    _clock.KernelStarted();
                    work();
                    _clock.KernelStopped();
                }
            }

            _completion.TrySetResult();
        }
#pragma warning disable CA1031 // a fault in a wake has no caller: it ends the cloud, and Completion carries it to Main
        catch (Exception fault)
#pragma warning restore CA1031
        {
            Close();
            _completion.TrySetException(fault);
        }
    }

    // Whoever was due before a call came is woken before it, but a cloud that cannot keep up still answers calls.
    private void WakeAllDue()
    {
        _clock.KernelStarted();
        for (var i = 0; i < MostWakesBeforeACall && _kernel.WakeNext(_clock.GetUtcNow()); i++)
        {
        }

        _clock.KernelStopped();
    }

    private TimeSpan SleepUntilNextWake()
    {
        FastForward();
        var wait = _kernel.NextDue is { } due ? _clock.WallTimeUntil(due) : LongestSleep;
        return TimeSpan.FromMilliseconds(Math.Ceiling(Math.Min(wait.TotalMilliseconds, LongestSleep.TotalMilliseconds)));
    }

    // From one wake to the next, and calls first: whoever follows what happens sees all of it.
    private void FastForward()
    {
        if (_inbox.Count == 0 && _kernel.FastForwardTo is { } end)
        {
            _clock.TryMoveTo(_kernel.NextDue is { } due && due < end ? due : end);
        }
    }

    private bool TryEnqueue(Action work)
    {
        lock (_gate)
        {
            if (_inbox.IsAddingCompleted)
            {
                return false;
            }

            _inbox.Add(work);
            return true;
        }
    }

    private void Close()
    {
        lock (_gate)
        {
            _inbox.CompleteAdding();
        }
    }
}
