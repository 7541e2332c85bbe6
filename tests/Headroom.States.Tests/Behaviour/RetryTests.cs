using Headroom.States.Execution;

namespace Headroom.States.Tests.Behaviour;

public sealed class RetryTests
{
    private static Running Run(string retry) => new(
        $$$"""{"StartAt":"Call","States":{"Call":{"Type":"Task","Resource":"arn:aws:states:::aws-sdk:ecs:updateService","Retry":{{{retry}}},"End":true}} }""");

    [Fact]
    public void A_retrier_waits_longer_each_time_up_to_its_longest_delay()
    {
        var running = Run("""[{"ErrorEquals":["Ecs.EcsException"],"IntervalSeconds":2,"BackoffRate":3,"MaxAttempts":4,"MaxDelaySeconds":10}]""");
        var delays = new List<double>();
        for (var attempt = 0; attempt < 4; attempt++)
        {
            running.Fails("Ecs.EcsException");
            delays.Add((running.State.Outstanding.OfType<Command.StartTimer>().Single().DueAt - running.Now).TotalSeconds);
            running.TimePasses();
        }

        delays.ShouldBe([2, 6, 10, 10]);
        running.Fails("Ecs.EcsException", "Rate exceeded").State.Status.ShouldBe(ExecutionStatus.Failed);
        (running.State.Error, running.State.Cause).ShouldBe(("Ecs.EcsException", "Rate exceeded"));
        running.Added.ShouldBe("TaskFailed ExecutionFailed");
    }

    [Fact]
    public void A_retrier_without_numbers_makes_three_attempts_after_1_2_and_4_seconds()
    {
        var running = Run("""[{"ErrorEquals":["States.TaskFailed"]}]""");
        for (var attempt = 0; attempt < 3; attempt++)
        {
            running.Fails("Any").TimePasses();
        }

        (running.Now - Given.Now).TotalSeconds.ShouldBe(7);
        running.Fails("Any").State.Status.ShouldBe(ExecutionStatus.Failed);
    }

    [Fact]
    public void Each_retrier_counts_its_own_attempts()
    {
        var running = Run("""[{"ErrorEquals":["A"],"MaxAttempts":1},{"ErrorEquals":["B"],"MaxAttempts":1}]""");

        running.Fails("A").TimePasses().Fails("B").TimePasses().State.Status.ShouldBe(ExecutionStatus.Running);
        running.Fails("A").State.Status.ShouldBe(ExecutionStatus.Failed);
    }

    [Fact]
    public void Full_jitter_waits_any_part_of_the_delay_and_the_same_part_for_the_same_seed()
    {
        const string definition =
            """
            {"StartAt":"Call","States":{"Call":{"Type":"Task","Resource":"arn:aws:states:::aws-sdk:ecs:updateService",
              "Retry":[{"ErrorEquals":["States.ALL"],"IntervalSeconds":100,"JitterStrategy":"FULL"}],"End":true}} }
            """;
        var delays = Enumerable.Range(1, 50).Select(seed => new Running(definition, seed: (ulong)seed).Fails("Any").Timers.Single()).ToList();

        delays.ShouldAllBe(d => d >= 0 && d < 100);
        delays.Distinct().Count().ShouldBeGreaterThan(40);
        delays.ShouldBe(Enumerable.Range(1, 50).Select(seed => new Running(definition, seed: (ulong)seed).Fails("Any").Timers.Single()));
    }

    [Theory]
    [InlineData("States.ALL", "Any", true)]
    [InlineData("States.ALL", "States.Timeout", true)]
    [InlineData("States.ALL", "States.Runtime", false)]
    [InlineData("States.Runtime", "States.Runtime", false)]
    [InlineData("States.ALL", "States.DataLimitExceeded", true)]
    [InlineData("States.TaskFailed", "Any", true)]
    [InlineData("States.TaskFailed", "States.Timeout", false)]
    [InlineData("Any", "Any", true)]
    [InlineData("Any", "Another", false)]
    public void An_error_is_taken_by_a_name(string errorEquals, string error, bool taken) =>
        (Run($$"""[{"ErrorEquals":["{{errorEquals}}"]}]""").Fails(error).State.Status == ExecutionStatus.Running).ShouldBe(taken);
}
