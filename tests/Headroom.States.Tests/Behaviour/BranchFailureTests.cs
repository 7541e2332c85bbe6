using Headroom.States.Execution;

namespace Headroom.States.Tests.Behaviour;

/// <summary>
/// What the history says of a failure inside a Parallel or a Map: the events in order, each with the event that it follows, as AWS
/// numbers them.
/// </summary>
public sealed class BranchFailureTests
{
    private const string Call = """{"StartAt":"Call","States":{"Call":{"Type":"Task","Resource":"arn:aws:states:::aws-sdk:ecs:updateService","End":true}}}""";
    private const string Long = """{"StartAt":"Long","States":{"Long":{"Type":"Wait","Seconds":60,"End":true}}}""";
    private const string Wrong = """{"StartAt":"Wrong","States":{"Wrong":{"Type":"Pass","Parameters":{"m.$":"$.nope"},"End":true}}}""";

    [Fact]
    public void A_wrong_path_inside_a_branch_fails_the_execution_and_the_parallel_state_tells_nothing()
    {
        var running = new Running(Parallel($"{Long},{Wrong}"), """{"x":"a"}""");

        Numbered(running).ShouldBe("ExecutionStarted<0 ParallelStateEntered<0 ParallelStateStarted<2 WaitStateEntered<3 PassStateEntered<3 ExecutionFailed<5");
        running.State.Error.ShouldBe("States.Runtime");
        running.State.Cause.ShouldBe(
            "An error occurred while executing the state 'Wrong' (entered at the event id #5). "
            + "The JSONPath '$.nope' specified for the field 'm.$' could not be found in the input '{\"x\":\"a\"}'");
    }

    [Fact]
    public void A_wrong_path_inside_an_iteration_fails_the_execution_and_the_map_tells_nothing() => Numbered(new Running(Map(Wrong), "[1,2]")).ShouldBe(
        "ExecutionStarted<0 MapStateEntered<0 MapStateStarted<2 MapIterationStarted<3 PassStateEntered<4 ExecutionFailed<5");

    [Fact]
    public void A_task_that_fails_a_branch_is_told_to_be_aborted_and_so_are_the_other_branches() =>
        Numbered(new Running(Parallel($"{Call},{Long}")).Fails("Bad")).ShouldEndWith(
            "TaskStateEntered<3 TaskScheduled<4 WaitStateEntered<3 TaskFailed<5 TaskStateAborted<7 WaitStateAborted<7 ParallelStateFailed<7 ExecutionFailed<10");

    [Fact]
    public void An_iteration_that_fails_stops_the_others_before_it_is_told_to_have_failed() =>
        Numbered(new Running(Map(Call, concurrency: 2), "[1,2]").Fails("Bad")).ShouldEndWith(
            "MapIterationStarted<3 MapIterationStarted<3 TaskStateEntered<4 TaskScheduled<6 TaskStateEntered<5 TaskScheduled<8 "
            + "TaskFailed<7 TaskStateAborted<10 MapIterationAborted<10 TaskStateAborted<10 MapIterationFailed<10 MapStateFailed<10 ExecutionFailed<15");

    [Fact]
    public void A_selector_that_fails_after_the_branches_follows_their_success() =>
        Numbered(new Running(Parallel("""{"StartAt":"Ok","States":{"Ok":{"Type":"Pass","End":true}}}""", "\"ResultSelector\":{\"m.$\":\"$.nope\"},"))).ShouldEndWith(
            "PassStateEntered<3 PassStateExited<4 ParallelStateSucceeded<5 ExecutionFailed<6");

    [Fact]
    public void A_choice_that_leads_nowhere_cannot_be_caught()
    {
        var running = new Running(Parallel(
            """{"StartAt":"Which","States":{"Which":{"Type":"Choice","Choices":[{"Variable":"$","IsNull":true,"Next":"Never"}]},"Never":{"Type":"Succeed"}}}""",
            "\"Catch\":[{\"ErrorEquals\":[\"States.ALL\"],\"Next\":\"All\"}],"));

        (running.State.Status, running.State.Error).ShouldBe((ExecutionStatus.Failed, "States.Runtime"));
        running.State.Cause.ShouldBe(
            "An error occurred while executing the state 'Which' (entered at the event id #4). "
            + "Failed to transition out of the state. The state does not point to a next state.");
    }

    private static string Parallel(string branches, string fields = "") =>
        $$"""{"StartAt":"All","States":{"All":{"Type":"Parallel",{{fields}}"Branches":[{{branches}}],"End":true} } }""";

    private static string Map(string processor, int concurrency = 1) =>
        $$"""{"StartAt":"Each","States":{"Each":{"Type":"Map","MaxConcurrency":{{concurrency}},"ItemProcessor":{{processor}},"End":true} } }""";

    private static string Numbered(Running running) => string.Join(" ", running.History.Select(e => $"{e.Type}<{e.PreviousEventId}"));
}
