using Headroom.States.Execution;
using Headroom.States.Json;

namespace Headroom.States.Tests.Behaviour;

public sealed class RedriveTests
{
    private const string Both =
        """
        {"StartAt":"Both","States":{"Both":{"Type":"Parallel","Branches":[
          {"StartAt":"Done","States":{"Done":{"Type":"Pass","Result":"done","End":true}}},
          {"StartAt":"Call","States":{"Call":{"Type":"Task","Resource":"arn:aws:states:::lambda:invoke","End":true}}}],"End":true}}}
        """;

    [Fact]
    public void A_redriven_execution_goes_on_from_what_failed_and_keeps_what_was_done()
    {
        var running = new Running(Both).Fails("Bad");
        running.State.Status.ShouldBe(ExecutionStatus.Failed);

        running.Happens(new ExecutionEvent.Redriven()).Added.ShouldBe("ExecutionRedriven TaskScheduled");
        running.State.RedriveCount.ShouldBe(1);
        running.Succeeds("\"called\"").State.Output.ShouldBe(JsonValue.Parse("""["done","called"]"""));
    }

    [Fact]
    public void A_stopped_execution_can_be_redriven()
    {
        var running = new Running(Both).Happens(new ExecutionEvent.Stopped("Enough", "of it"));

        running.Added.ShouldBe("ExecutionAborted");
        (running.State.Error, running.State.Cause).ShouldBe(("Enough", "of it"));
        running.Happens(new ExecutionEvent.Redriven()).Succeeds("1").State.Status.ShouldBe(ExecutionStatus.Succeeded);
    }

    [Fact]
    public void An_execution_that_succeeded_cannot_be_redriven()
    {
        var running = new Running("""{"StartAt":"P","States":{"P":{"Type":"Pass","End":true}}}""");
        var before = running.State;

        running.Happens(new ExecutionEvent.Redriven()).State.ShouldBeSameAs(before);
    }
}
