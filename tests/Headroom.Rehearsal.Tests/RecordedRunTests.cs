using Headroom.Rehearsal.Recording;

namespace Headroom.Rehearsal.Tests;

public sealed class RecordedRunTests
{
    [Fact]
    public void A_run_tells_when_capacity_was_ready_and_what_it_took()
    {
        var run = Runs.OfHold(ready: 4, end: 30, dropped: minute => minute == 12 ? 7 : 0);

        run.Paused!.At.ShouldBe(TimeSpan.FromMinutes(1));
        run.Ready!.At.ShouldBe(TimeSpan.FromMinutes(4), "a task that runs, but gets no requests yet, is not ready");
        run.Resumed!.At.ShouldBe(TimeSpan.FromMinutes(30));
        run.Peak.RequestsPerSecond.ShouldBe(50);
        run.RequestsPerTask.ShouldBe(10);
        run.MostTasks.ShouldBe(10);
        run.TaskHours.ShouldBe(((3 * 2) + (27 * 10) + (30 * 2)) / 60.0, 1e-9);
        run.Dropped.ShouldBe(7);
        run.LastDropped.ShouldBe(TimeSpan.FromMinutes(12));
        run.DroppedBetween(TimeSpan.FromMinutes(11), TimeSpan.FromMinutes(12)).ShouldBe(7);
        run.DroppedBetween(TimeSpan.FromMinutes(12), TimeSpan.FromMinutes(60)).ShouldBe(0);
    }

    [Fact]
    public void A_hold_of_which_no_task_ever_runs_is_never_ready()
    {
        var paused = new Reading(TimeSpan.FromMinutes(1), MinCapacity: 10, MaxCapacity: 10, ScaleInSuspended: true, RunningCount: 0, 50, Capacity: 0, 60, 60);
        var run = new RecordedRun([paused with { At = TimeSpan.Zero, ScaleInSuspended = false }, paused]);

        run.Paused.ShouldBe(paused);
        run.Ready.ShouldBeNull();
    }

    [Fact]
    public void What_was_never_held_was_neither_paused_nor_ready_nor_resumed()
    {
        var run = Runs.WithoutHold();

        run.Paused.ShouldBeNull();
        run.Ready.ShouldBeNull();
        run.Resumed.ShouldBeNull();
        run.DropsNothing.ShouldBeTrue();
    }
}
