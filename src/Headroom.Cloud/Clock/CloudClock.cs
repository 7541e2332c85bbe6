namespace Headroom.Cloud.Clock;

/// <summary>
/// The cloud's one clock. It runs <see cref="Speed"/> times as fast as the wall, with two exceptions where that is more than 1: while a
/// function's own code runs it goes at the wall's pace, so that a function's duration and timeout are as long as they would be on
/// AWS; and while the kernel works it stands still, so that what the cloud models does not take longer on a slow machine.
/// </summary>
public sealed class CloudClock : TimeProvider
{
    private readonly Lock _lock = new();
    private readonly TimeProvider _wall;
    private DateTimeOffset _cloudAnchor;
    private long _wallAnchor;
    private int _functionsRunning;
    private bool _kernelWorks;

    /// <summary>A clock that begins at <paramref name="start"/>.</summary>
    /// <param name="wall">The wall clock.</param>
    /// <param name="start">Cloud time to begin at.</param>
    /// <param name="speed">Cloud seconds per wall second, at least 1.</param>
    public CloudClock(TimeProvider wall, DateTimeOffset start, double speed)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(speed, 1);
        _wall = wall;
        _cloudAnchor = start;
        _wallAnchor = wall.GetTimestamp();
        Speed = speed;
    }

    /// <summary>Cloud seconds per wall second while no function runs.</summary>
    public double Speed { get; }

    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow()
    {
        lock (_lock)
        {
            return Now();
        }
    }

    /// <summary>How long on the wall until cloud time <paramref name="due"/>, at the present pace; zero where it has passed.</summary>
    public TimeSpan WallTimeUntil(DateTimeOffset due)
    {
        lock (_lock)
        {
            var cloud = due - Now();
            return cloud <= TimeSpan.Zero ? TimeSpan.Zero : cloud / (_functionsRunning > 0 ? 1 : Speed);
        }
    }

    /// <summary>Moves the clock on to <paramref name="time"/>, if that is ahead; not while a function's code runs, which would time out.</summary>
    /// <returns>Whether it was moved.</returns>
    internal bool TryMoveTo(DateTimeOffset time)
    {
        lock (_lock)
        {
            if (_functionsRunning > 0 || time <= Now())
            {
                return false;
            }

            (_cloudAnchor, _wallAnchor) = (time, _wall.GetTimestamp());
            return true;
        }
    }

    /// <summary>A function's code begins to run: the clock goes at the wall's pace until <see cref="FunctionStopped"/>.</summary>
    public void FunctionStarted() => Repace(() => _functionsRunning++);

    /// <summary>A function's code has ended.</summary>
    public void FunctionStopped() => Repace(() => _functionsRunning--);

    /// <summary>The kernel begins to work.</summary>
    internal void KernelStarted() => Repace(() => _kernelWorks = true);

    /// <summary>The kernel waits for something to do.</summary>
    internal void KernelStopped() => Repace(() => _kernelWorks = false);

    private double Pace => Speed == 1 || _functionsRunning > 0 ? 1 : _kernelWorks ? 0 : Speed;

    private DateTimeOffset Now() => _cloudAnchor + (_wall.GetElapsedTime(_wallAnchor) * Pace);

    private void Repace(Action change)
    {
        lock (_lock)
        {
            (_cloudAnchor, _wallAnchor) = (Now(), _wall.GetTimestamp());
            change();
        }
    }
}
