namespace Headroom.Simulation.Running;

/// <summary>The virtual clock as .NET sees it: timers are entries of the agenda, and what waits for them goes on in the simulation's thread.</summary>
internal sealed class AgendaTime(Agenda agenda, Func<DateTimeOffset> now, TimeSpan ahead) : TimeProvider
{
    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override DateTimeOffset GetUtcNow() => now() + ahead;

    public override long GetTimestamp() => now().UtcTicks;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new Timer(this, () => callback(state));
        timer.Change(dueTime, period);
        return timer;
    }

    private sealed class Timer(AgendaTime time, Action fire) : ITimer
    {
        private int _version;

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            if (period != Timeout.InfiniteTimeSpan && period != TimeSpan.Zero)
            {
                throw new NotSupportedException("Nothing in the simulation has periodic timers.");
            }

            var version = ++_version;
            if (dueTime != Timeout.InfiniteTimeSpan)
            {
                time.Add(dueTime, () => Fire(version));
            }

            return true;
        }

        public void Dispose() => _version++;

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }

        private void Fire(int version)
        {
            if (version == _version)
            {
                fire();
            }
        }
    }

    private void Add(TimeSpan after, Action action) => agenda.At(now() + after, action);
}
