using Headroom.Traffic.Rates;

namespace Headroom.Traffic.Work;

/// <summary>
/// A service as a fluid queue: requests come at a rate, the serving tasks work them off at theirs, what would wait longer than the
/// time-out is dropped. Pure: the same load and tasks give the same minutes, however often it is asked.
/// </summary>
/// <param name="Rates">The load: the sum of these.</param>
/// <param name="Work">What a request costs.</param>
/// <param name="Size">What a task reserves.</param>
public sealed record LoadModel(IReadOnlyList<RequestRate> Rates, TaskWork Work, TaskSize Size)
{
    /// <summary>Below this share of the capacity nothing queues, and a whole minute is one step.</summary>
    private const double QuietShare = 0.7;

    private static readonly TimeSpan FineStep = TimeSpan.FromSeconds(5);

    /// <summary>The beginning of the minute that a time is in.</summary>
    public static DateTimeOffset MinuteOf(DateTimeOffset time) => new(time.UtcTicks - (time.UtcTicks % TimeSpan.TicksPerMinute), TimeSpan.Zero);

    /// <summary>Requests that a serving task can answer in a second.</summary>
    public double RequestsPerTask => Size.VirtualCpus * (1 - (Work.IdleCpuPercent / 100)) * 1000 / Work.CpuMillisecondsPerRequest;

    /// <summary>Serves the load with constant tasks until a time.</summary>
    /// <param name="from">How far it has been served.</param>
    /// <param name="running">Tasks that run.</param>
    /// <param name="serving">Of them, those that get requests.</param>
    /// <param name="until">Not before <see cref="Backlog.AsOf"/>.</param>
    /// <param name="completed">Gets each minute that is completed on the way.</param>
    public Backlog Serve(Backlog from, int running, int serving, DateTimeOffset until, Action<ServedMinute>? completed = null)
    {
        var (at, waiting, minute) = (from.AsOf, from.Waiting, from.Current);
        while (at < until)
        {
            var minuteEnd = minute.Minute.AddMinutes(1);
            var end = minuteEnd < until ? minuteEnd : until;
            (waiting, minute) = ServePart(waiting, minute, running, serving, at, end);
            at = end;
            if (at == minuteEnd)
            {
                completed?.Invoke(minute);
                minute = new(minuteEnd);
            }
        }

        return new(at, waiting, minute);
    }

    /// <summary>The minutes that would be completed from here on with constant tasks, up to a time: what <see cref="Serve"/> would give, one by one.</summary>
    public IEnumerable<ServedMinute> Ahead(Backlog from, int running, int serving, DateTimeOffset until)
    {
        var (at, waiting, minute) = (from.AsOf, from.Waiting, from.Current);
        for (var end = minute.Minute.AddMinutes(1); end <= until; end = minute.Minute.AddMinutes(1))
        {
            (waiting, minute) = ServePart(waiting, minute, running, serving, at, end);
            yield return minute;
            (at, minute) = (end, new(end));
        }
    }

    private (double Waiting, ServedMinute Minute) ServePart(double waiting, ServedMinute minute, int running, int serving, DateTimeOffset from, DateTimeOffset to)
    {
        var offered = Requests(from, to);
        if (waiting <= 0 && offered <= QuietShare * serving * RequestsPerTask * (to - from).TotalSeconds)
        {
            return ServeStep(0, minute, running, serving, offered, to - from);
        }

        for (var at = from; at < to;)
        {
            var end = to - at > FineStep ? at + FineStep : to;
            (waiting, minute) = ServeStep(waiting, minute, running, serving, Requests(at, end), end - at);
            at = end;
        }

        return (waiting, minute);
    }

    private (double Waiting, ServedMinute Minute) ServeStep(double waiting, ServedMinute minute, int running, int serving, double offered, TimeSpan time)
    {
        var seconds = time.TotalSeconds;
        var perSecond = serving * RequestsPerTask;
        var (most, room) = (perSecond * seconds, perSecond * Work.TimeoutSeconds);
        var served = Math.Min(waiting + offered, most);
        var left = waiting + offered - served;
        var dropped = Math.Max(0, left - room);
        var used = served * Work.CpuMillisecondsPerRequest / 1000;
        var response = served > 0 ? ResponseSeconds(most > 0 ? served / most : 1, (waiting + left - dropped) / 2 / perSecond) : 0;
        var inFlight = served / seconds * response;
        var reserved = running * Size.VirtualCpus * seconds;
        var memory = running * Size.MemoryMiB * seconds;
        return (left - dropped, minute with
        {
            Offered = minute.Offered + offered,
            Served = minute.Served + served,
            Dropped = minute.Dropped + dropped,
            CpuUsed = minute.CpuUsed + used + (reserved * Work.IdleCpuPercent / 100),
            CpuReserved = minute.CpuReserved + reserved,
            MemoryUsed = minute.MemoryUsed + Math.Min(memory, (memory * Work.IdleMemoryPercent / 100) + (inFlight * Work.MemoryMiBPerRequest * seconds)),
            MemoryReserved = minute.MemoryReserved + memory,
            ServingSeconds = minute.ServingSeconds + (serving * seconds),
            ResponseSeconds = minute.ResponseSeconds + (response * served),
        });
    }

    // The time of the request itself, longer the busier the task is (a queue of Poisson arrivals), and the wait behind the backlog.
    private double ResponseSeconds(double utilisation, double waitBehindBacklog)
    {
        var itself = Work.CpuMillisecondsPerRequest / 1000 / Math.Min(1, Size.VirtualCpus);
        var busy = Math.Min(utilisation, 0.95);
        return Math.Min(Work.TimeoutSeconds, (itself / (1 - busy)) + waitBehindBacklog);
    }

    private double Requests(DateTimeOffset from, DateTimeOffset to)
    {
        var sum = 0.0;
        for (var i = 0; i < Rates.Count; i++)
        {
            sum += Rates[i].Requests(from, to);
        }

        return sum;
    }
}
