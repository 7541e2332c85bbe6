using Headroom.States.Execution;
using Headroom.States.Json;

namespace Headroom.States.Tests.Behaviour;

public sealed class DistributedMapTests
{
    private static Running Run(string fields, string input = """{"items":[1,2,3,4]}""") => new(
        $$$"""
        {"StartAt":"Each","States":{"Each":{"Type":"Map","Label":"Orders","ItemsPath":"$.items",
          "ItemProcessor":{"ProcessorConfig":{"Mode":"DISTRIBUTED","ExecutionType":"EXPRESS"},"StartAt":"One","States":{"One":{"Type":"Pass","End":true}} },
          {{{fields}}}"End":true}} }
        """,
        input);

    private static ExecutionEvent.ChildEnded Succeeded(Command.StartChild child) =>
        new(child.MapRunId, child.Index, ExecutionStatus.Succeeded, child.Start.Input, null, null);

    private static ExecutionEvent.ChildEnded Failed(Command.StartChild child) =>
        new(child.MapRunId, child.Index, ExecutionStatus.Failed, null, "Bad", null);

    private static List<Command.StartChild> Children(Running running) => [.. running.State.Outstanding.OfType<Command.StartChild>()];

    [Fact]
    public void Children_are_executions_of_their_own_that_know_their_item()
    {
        var child = Children(Run("")).First();

        child.Start.Input.ShouldBe(JsonValue.From(1));
        child.Start.Map.ShouldBe(JsonValue.Parse("""{"Item":{"Index":0,"Value":1}}"""));
        child.Start.ExecutionArn.ShouldStartWith("arn:aws:states:us-east-1:123456789012:execution:machine/Orders:");
        Interpreter.Start(child.Machine, child.Start, Given.Now).State.Output.ShouldBe(JsonValue.From(1));
    }

    [Fact]
    public void No_more_children_run_at_a_time_than_allowed()
    {
        var running = Run("\"MaxConcurrency\":2,");

        Children(running).Select(c => c.Index).ShouldBe([0, 1]);
        running.Happens(Succeeded(Children(running)[1]));
        Children(running).Select(c => c.Index).ShouldBe([0, 2]);
    }

    [Fact]
    public void Results_keep_the_order_of_the_items()
    {
        var running = Run("");
        foreach (var child in Children(running).AsEnumerable().Reverse())
        {
            running.Happens(Succeeded(child));
        }

        running.State.Output.ShouldBe(JsonValue.Parse("[1,2,3,4]"));
    }

    [Fact]
    public void One_failure_fails_the_map_run_where_none_is_tolerated()
    {
        var running = Run("");

        running.Happens(Failed(Children(running)[2])).Added.ShouldBe("MapRunFailed MapStateFailed ExecutionFailed");
        running.State.Error.ShouldBe("States.ExceedToleratedFailureThreshold");
        running.Commands.OfType<Command.StopChild>().Select(c => c.Index).ShouldBe([0, 1, 3]);
        running.Commands.OfType<Command.EndMapRun>().ShouldHaveSingleItem().Status.ShouldBe(ExecutionStatus.Failed);
    }

    [Theory]
    [InlineData("\"ToleratedFailureCount\":1,", 1)]
    [InlineData("\"ToleratedFailurePercentage\":50,", 2)]
    public void As_many_failures_as_tolerated_are_left_out_of_the_results(string tolerance, int tolerated)
    {
        var running = Run(tolerance);
        var children = Children(running);
        foreach (var child in children)
        {
            running.Happens(child.Index < tolerated ? Failed(child) : Succeeded(child));
        }

        running.State.Output.ShouldBe(new JsonArray(children.Skip(tolerated).Select(c => c.Start.Input)));
        var another = Run(tolerance);
        Children(another).Take(tolerated + 1).ToList().ForEach(child => another.Happens(Failed(child)));
        another.State.Status.ShouldBe(ExecutionStatus.Failed);
    }

    [Fact]
    public void A_batcher_gives_each_child_some_items_and_what_they_share()
    {
        var running = Run("""
            "ItemBatcher":{"MaxItemsPerBatch":3,"BatchInput":{"count.$":"States.ArrayLength($.items)"}},
            """);

        Children(running).Select(c => (c.ItemCount, c.Start.Input.ToString()))
            .ShouldBe([(3, """{"BatchInput":{"count":4},"Items":[1,2,3]}"""), (1, """{"BatchInput":{"count":4},"Items":[4]}""")]);
    }

    [Fact]
    public void A_result_writer_takes_the_results_and_gives_its_own()
    {
        var running = Run("""
            "ResultWriter":{"Resource":"arn:aws:states:::s3:putObject","Parameters":{"Bucket":"b","Prefix":"p"}},
            """);
        Children(running).ForEach(child => running.Happens(Succeeded(child)));
        var write = running.State.Outstanding.OfType<Command.WriteResults>().ShouldHaveSingleItem();

        write.Results.ShouldBe(JsonValue.Parse("[1,2,3,4]"));
        running.Happens(new ExecutionEvent.ResultsWritten(write.MapRunId, JsonValue.From("there"))).State.Output.ShouldBe(JsonValue.From("there"));
    }

    /// <summary>A threshold of 0 says nothing where the other one is given.</summary>
    [Theory]
    [InlineData("\"ToleratedFailureCount\":1,\"ToleratedFailurePercentage\":75,", 1)]
    [InlineData("\"ToleratedFailureCount\":3,\"ToleratedFailurePercentage\":50,", 2)]
    [InlineData("\"ToleratedFailureCount\":0,\"ToleratedFailurePercentage\":50,", 2)]
    public void Where_two_thresholds_are_given_neither_may_be_exceeded(string tolerance, int tolerated)
    {
        var running = Run(tolerance);
        foreach (var child in Children(running).Take(tolerated + 1))
        {
            running.State.Status.ShouldBe(ExecutionStatus.Running);
            running.Happens(Failed(child));
        }

        running.State.Error.ShouldBe("States.ExceedToleratedFailureThreshold");
    }

    [Fact]
    public void An_update_lets_more_children_run()
    {
        var running = Run("\"MaxConcurrency\":1,");
        var map = Children(running).ShouldHaveSingleItem().MapRunId;

        running.Happens(new ExecutionEvent.MapRunUpdated(map, 2, null, null));
        Children(running).Count.ShouldBe(2);
        running.Happens(new ExecutionEvent.MapRunUpdated(map, 0, null, null));
        Children(running).Count.ShouldBe(4);
    }

    [Fact]
    public void An_update_that_comes_while_items_are_read_holds_for_what_they_become()
    {
        var running = Run("""
            "ItemReader":{"Resource":"arn:aws:states:::s3:getObject","ReaderConfig":{"InputType":"JSON"},"Parameters":{"Bucket":"b","Key":"k"}},
            """, "{}");
        var read = running.State.Outstanding.OfType<Command.ReadItems>().ShouldHaveSingleItem();

        running.Happens(new ExecutionEvent.MapRunUpdated(read.MapRunId, 2, 1, null)).Happens(new ExecutionEvent.ItemsRead(read.MapRunId, "[1,2,3]"));

        Children(running).Count.ShouldBe(2);
        running.Happens(Failed(Children(running)[0])).State.Status.ShouldBe(ExecutionStatus.Running);
    }

    [Fact]
    public void Stopping_stops_the_children()
    {
        var running = Run("").Happens(new ExecutionEvent.Stopped(null, null));

        running.Commands.OfType<Command.StopChild>().Count().ShouldBe(4);
        running.Commands.OfType<Command.EndMapRun>().ShouldHaveSingleItem().Status.ShouldBe(ExecutionStatus.Aborted);
    }
}
