using CsCheck;
using Headroom.Traffic.Rates;
using Headroom.Traffic.Work;

namespace Headroom.Traffic.Tests;

public sealed class LoadModelTests
{
    private static readonly DateTimeOffset Noon = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    // 250 ms of CPU a second, of which 1 % idles away: 12.375 requests of 20 ms.
    private static readonly TaskSize QuarterCpu = new(0.25, 512);

    [Theory]
    [InlineData(0, 1)]
    [InlineData(12.375, 100)]
    [InlineData(6.1875, 50.5)]
    public void CPU_follows_the_load(double requestsPerSecond, double percent) =>
        Minute(requestsPerSecond, tasks: 1).CpuPercent!.Value.ShouldBe(percent, 0.01);

    [Fact]
    public void Idle_tasks_dilute_the_average_as_on_AWS() =>
        Minute(12, tasks: 4).CpuPercent!.Value.ShouldBe(Minute(3, tasks: 1).CpuPercent!.Value, 0.01);

    [Fact]
    public void Without_running_tasks_there_is_no_datapoint_and_every_request_is_lost()
    {
        var minute = Minute(10, tasks: 0);

        minute.CpuPercent.ShouldBeNull();
        minute.Dropped.ShouldBe(600, 1e-6);
    }

    [Fact]
    public void A_task_that_runs_but_gets_no_requests_yet_answers_none()
    {
        var minute = Served(Model(5), running: 2, serving: 0);

        (minute.Served, minute.Dropped).ShouldBe((0, 300));
        minute.CpuPercent.ShouldBe(1);
    }

    [Fact]
    public void Overload_is_dropped_once_the_wait_would_be_longer_than_the_time_out()
    {
        var minute = Minute(20, tasks: 1);

        minute.Served.ShouldBe(12.375 * 60, 1);
        minute.Dropped.ShouldBe(((20 - 12.375) * 60) - (12.375 * 10), 1);
        (minute.ResponseSeconds / minute.Served).ShouldBeGreaterThan(1);
    }

    [Fact]
    public void A_backlog_is_worked_off_after_the_overload()
    {
        var overloaded = Model(20).Serve(Backlog.Empty(Noon), 1, 1, Noon.AddMinutes(1));
        overloaded.Waiting.ShouldBeGreaterThan(100);

        var recovered = Model(1).Serve(overloaded, 1, 1, Noon.AddMinutes(2));
        recovered.Waiting.ShouldBe(0);
    }

    [Fact]
    public void No_request_is_lost_from_sight() =>
        Gen.Select(Gen.Double[0, 60], Gen.Int[0, 5], Gen.Int[0, 5], Gen.Int[1, 900]).Sample((rate, running, idle, seconds) =>
        {
            var minutes = new List<ServedMinute>();
            var end = Model(rate).Serve(Backlog.Empty(Noon), running + idle, running, Noon.AddSeconds(seconds), minutes.Add);
            minutes.Add(end.Current);

            var (offered, served, dropped) = (minutes.Sum(m => m.Offered), minutes.Sum(m => m.Served), minutes.Sum(m => m.Dropped));
            (served + dropped + end.Waiting).ShouldBe(offered, 1e-6 * (1 + offered));
            minutes.ShouldAllBe(m => m.CpuUsed <= m.CpuReserved + 1e-9);
        });

    [Fact]
    public void It_makes_no_difference_how_often_a_load_is_looked_at() =>
        Gen.Select(Gen.Double[0, 20], Gen.Int[1, 3], Gen.Int[1, 20].List[1, 20]).Sample((rate, tasks, looks) =>
        {
            var model = Model(rate);
            var end = Noon.AddMinutes(looks.Sum());
            var at = Backlog.Empty(Noon);
            foreach (var minutes in looks)
            {
                at = model.Serve(at, tasks, tasks, at.AsOf.AddMinutes(minutes));
            }

            at.Waiting.ShouldBe(model.Serve(Backlog.Empty(Noon), tasks, tasks, end).Waiting, 1e-6);
        });

    [Fact]
    public void What_is_foreseen_is_what_comes()
    {
        var model = new LoadModel([new NotificationBurst(Noon, 100_000)], new(), QuarterCpu);
        var minutes = new List<ServedMinute>();
        model.Serve(Backlog.Empty(Noon), 2, 2, Noon.AddMinutes(30), minutes.Add);

        model.Ahead(Backlog.Empty(Noon), 2, 2, Noon.AddMinutes(30)).ShouldBe(minutes);
    }

    private static LoadModel Model(double requestsPerSecond) => new([new ConstantRate(requestsPerSecond)], new(), QuarterCpu);

    private static ServedMinute Minute(double requestsPerSecond, int tasks) => Served(Model(requestsPerSecond), tasks, tasks);

    private static ServedMinute Served(LoadModel model, int running, int serving)
    {
        ServedMinute? minute = null;
        model.Serve(Backlog.Empty(Noon), running, serving, Noon.AddMinutes(1), served => minute = served);
        return minute!.Value;
    }
}
