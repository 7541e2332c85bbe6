using Headroom.States.Execution;
using Headroom.States.Json;

namespace Headroom.States.Tests.Behaviour;

public sealed class CatchTests
{
    private static Running Run(string catcher, string input = """{"kept":1}""") => new(
        $$$"""
        {"StartAt":"Call","States":{
          "Call":{"Type":"Task","Resource":"arn:aws:states:::aws-sdk:ecs:updateService","Catch":[{{{catcher}}}],"End":true},
          "Caught":{"Type":"Pass","Parameters":{"data.$":"$","cause.$":"$why"},"End":true}} }
        """,
        input);

    [Fact]
    public void A_caught_error_is_put_into_the_input_and_can_be_assigned()
    {
        var running = Run("""{"ErrorEquals":["States.ALL"],"ResultPath":"$.error","Assign":{"why.$":"$.Cause"},"Next":"Caught"}""").Fails("Bad", "because");

        running.Added.ShouldBe("TaskFailed TaskStateExited PassStateEntered PassStateExited ExecutionSucceeded");
        running.State.Output.ShouldBe(JsonValue.Parse("""{"data":{"kept":1,"error":{"Error":"Bad","Cause":"because"}},"cause":"because"}"""));
    }

    [Fact]
    public void A_result_path_that_does_not_fit_the_input_fails_the_execution()
    {
        var running = Run("""{"ErrorEquals":["States.ALL"],"ResultPath":"$.error","Next":"Caught"}""", "\"text\"").Fails("Bad");

        running.State.Status.ShouldBe(ExecutionStatus.Failed);
        (running.State.Error, running.State.Cause).ShouldBe(("States.ReferencePathConflict", "Unable to apply ReferencePath $.error to input \"text\""));
    }

    [Fact]
    public void A_branch_that_fails_stops_the_others_and_the_parallel_state_can_catch_it()
    {
        var running = new Running(
            """
            {"StartAt":"Both","States":{
              "Both":{"Type":"Parallel","Branches":[
                {"StartAt":"Call","States":{"Call":{"Type":"Task","Resource":"arn:aws:states:::aws-sdk:ecs:updateService","End":true}}},
                {"StartAt":"Rest","States":{"Rest":{"Type":"Wait","Seconds":60,"End":true}}}],
                "Catch":[{"ErrorEquals":["States.ALL"],"Next":"After"}],"End":true},
              "After":{"Type":"Pass","End":true}}}
            """);
        var timer = running.State.Outstanding.OfType<Command.StartTimer>().Single();

        running.Fails("Bad");

        running.Added.ShouldBe(
            "TaskFailed TaskStateAborted WaitStateAborted ParallelStateFailed ParallelStateExited PassStateEntered PassStateExited ExecutionSucceeded");
        running.Commands.ShouldContain(new Command.CancelTimer(timer.TimerId));
    }
}
