using Headroom.States.Execution;

namespace Headroom.States.Tests.Behaviour;

public sealed class LimitTests
{
    [Fact]
    public void The_last_of_25000_events_says_that_there_can_be_no_more()
    {
        var running = new Running(
            """
            {"StartAt":"A","States":{
              "A":{"Type":"Pass","Next":"B"},
              "B":{"Type":"Choice","Choices":[{"Variable":"$","IsNull":true,"Next":"Never"}],"Default":"A"},
              "Never":{"Type":"Succeed"}}}
            """);

        running.State.Status.ShouldBe(ExecutionStatus.Failed);
        running.History.Count.ShouldBe(25_000);
        running.History[^1].Type.ShouldBe(States.History.HistoryEventType.ExecutionFailed);
        running.State.Cause.ShouldBe("The execution reached the maximum number of history events (25000).");
    }

    [Fact]
    public void A_result_of_more_than_256_kibibytes_fails_the_task_and_can_be_caught()
    {
        var running = new Running(
            """
            {"StartAt":"Call","States":{
              "Call":{"Type":"Task","Resource":"arn:aws:states:::lambda:invoke","Catch":[{"ErrorEquals":["States.ALL"],"Next":"Caught"}],"End":true},
              "Caught":{"Type":"Pass","End":true}}}
            """);

        running.Succeeds($"\"{new string('é', 131_072)}\"").Added
            .ShouldBe("TaskFailed TaskStateExited PassStateEntered PassStateExited ExecutionSucceeded");
    }

    [Fact]
    public void A_payload_of_exactly_256_kibibytes_is_passed_on()
    {
        var text = new string('a', 262_142);

        new Running("""{"StartAt":"P","States":{"P":{"Type":"Pass","End":true}}}""", $"\"{text}\"").State.Status.ShouldBe(ExecutionStatus.Succeeded);
        new Running("""{"StartAt":"P","States":{"P":{"Type":"Pass","End":true}}}""", $"\"{text}a\"").State.Error.ShouldBe("States.DataLimitExceeded");
    }

    [Fact]
    public void An_inline_map_without_limit_runs_40_iterations_at_a_time()
    {
        var items = string.Join(",", Enumerable.Range(0, 100));
        var running = new Running(
            """{"StartAt":"M","States":{"M":{"Type":"Map","ItemProcessor":{"StartAt":"W","States":{"W":{"Type":"Wait","Seconds":1,"End":true}}},"End":true}}}""",
            $"[{items}]");

        running.State.Outstanding.Count.ShouldBe(40);
        running.TimePasses().State.Outstanding.Count.ShouldBe(40);
    }

    [Fact]
    public void A_path_that_leads_to_far_more_than_a_payload_can_hold_fails_the_state()
    {
        var deep = string.Concat(Enumerable.Repeat("[1,2,3,", 300)) + "4" + new string(']', 300);

        var running = new Running("""{"StartAt":"P","States":{"P":{"Type":"Pass","InputPath":"$..*..*..*..*..*","End":true}}}""", deep);

        running.State.Error.ShouldBe("States.Runtime");
        running.State.Cause.ShouldNotBeNull().ShouldEndWith("leads to more than 1000000 values");
    }
}
