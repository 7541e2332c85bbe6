using Headroom.States.Definition;
using Headroom.States.Execution;

namespace Headroom.States.Tests.Behaviour;

public sealed class TimeoutTests
{
    private static Running Run(string resource, string fields) =>
        new($$$"""{"StartAt":"Call","States":{"Call":{"Type":"Task","Resource":"{{{resource}}}",{{{fields}}},"End":true}} }""");

    [Fact]
    public void A_task_that_takes_too_long_times_out_and_is_called_back()
    {
        var running = Run("arn:aws:states:::lambda:invoke", "\"TimeoutSeconds\":30");
        var task = running.Task.TaskId;

        running.TimePasses();

        (running.Now - Given.Now).TotalSeconds.ShouldBe(30);
        running.Added.ShouldBe("TaskTimedOut ExecutionFailed");
        running.Commands.ShouldContain(new Command.CancelTask(task));
        running.State.Error.ShouldBe("States.Timeout");
    }

    [Fact]
    public void A_heartbeat_starts_its_time_again()
    {
        var running = Run("arn:aws:states:::sqs:sendMessage.waitForTaskToken", "\"HeartbeatSeconds\":10");

        running.Timers.ShouldBe([10]);
        running.Happens(new ExecutionEvent.TaskHeartbeat(running.Task.TaskId)).Timers.ShouldBe([10]);
        running.TimePasses().Added.ShouldBe("TaskTimedOut ExecutionFailed");
    }

    [Fact]
    public void The_heartbeat_of_an_activity_counts_from_when_a_worker_takes_the_task()
    {
        var running = Run("arn:aws:states:us-east-1:123456789012:activity:work", "\"HeartbeatSeconds\":10,\"TimeoutSeconds\":60");

        running.Timers.ShouldBe([60]);
        running.Happens(new ExecutionEvent.TaskStarted(running.Task.TaskId, "worker")).Timers.ShouldBe([10, 60]);
    }

    [Fact]
    public void A_retrier_can_name_the_heartbeat()
    {
        var running = Run(
            "arn:aws:states:::sqs:sendMessage.waitForTaskToken",
            """
            "HeartbeatSeconds":10,"Retry":[{"ErrorEquals":["States.HeartbeatTimeout"]}]
            """);

        running.TimePasses().State.Status.ShouldBe(ExecutionStatus.Running);
        running.TimePasses().Added.ShouldBe("TaskScheduled");
    }

    [Fact]
    public void The_time_of_the_whole_execution_ends_it()
    {
        var running = new Running("""{"TimeoutSeconds":5,"StartAt":"W","States":{"W":{"Type":"Wait","Seconds":60,"End":true}} }""");

        running.TimePasses().Added.ShouldBe("ExecutionTimedOut");
        running.State.Status.ShouldBe(ExecutionStatus.TimedOut);
        running.State.Outstanding.ShouldBeEmpty();
    }

    [Fact]
    public void An_express_execution_ends_after_five_minutes_even_if_it_never_waits()
    {
        var running = new Running(
            """{"StartAt":"Again","States":{"Again":{"Type":"Choice","Choices":[{"Variable":"$.no","IsPresent":true,"Next":"End"}],"Default":"Again"},"End":{"Type":"Succeed"}}}""",
            type: StateMachineType.Express);
        while (running.State.Status == ExecutionStatus.Running)
        {
            running.TimePasses();
            running.History.Clear();
        }

        running.State.Status.ShouldBe(ExecutionStatus.TimedOut);
        (running.Now - Given.Now).ShouldBe(TimeSpan.FromMinutes(5));
    }
}
