using System.Text.Json.Nodes;
using Headroom.Cloud.Kernel;

namespace Headroom.Cloud.Tests.StepFunctions;

public sealed class ReportedTaskTests
{
    private const string NestedSync = """
        {"Nested": {"Type": "Task", "Resource": "arn:aws:states:::states:startExecution.sync:2",
          "Parameters": {"StateMachineArn": "arn:aws:states:us-east-1:123456789012:stateMachine:inner", "Input": {"n": 1}}, "OutputPath": "$.Output", "End": true}}
        """;

    private readonly TestCloud _cloud = new();

    [Fact]
    public void A_worker_that_waits_gets_the_task_and_its_report_is_the_result()
    {
        var activity = (string)_cloud.Call("stepfunctions", "CreateActivity", new() { ["name"] = "work" })["activityArn"]!;
        var worker = _cloud.Begin("stepfunctions", "GetActivityTask", new() { ["activityArn"] = activity, ["workerName"] = "w1" });
        var run = Machines.Start(_cloud, Machines.Create(_cloud, "asks", $$"""{"Work": {"Type": "Task", "Resource": "{{activity}}", "End": true} }"""), input: """{"n":1}""");

        var task = worker.Answer.ShouldBeOfType<Outcome<JsonObject>.Answered>().Response;
        task["input"]!.ToString().ShouldBe("""{"n":1}""");
        _cloud.Call("stepfunctions", "SendTaskSuccess", new() { ["taskToken"] = task["taskToken"]!.ToString(), ["output"] = "\"done\"" });

        Machines.Describe(_cloud, run)["output"]!.ToString().ShouldBe("\"done\"");
        Machines.History(_cloud, run).ShouldContain("ActivityStarted");
    }

    [Fact]
    public void A_worker_for_whom_there_is_nothing_to_do_gets_an_empty_answer_after_a_minute()
    {
        var activity = (string)_cloud.Call("stepfunctions", "CreateActivity", new() { ["name"] = "work" })["activityArn"]!;
        var worker = _cloud.Begin("stepfunctions", "GetActivityTask", new() { ["activityArn"] = activity });

        _cloud.Advance(TimeSpan.FromSeconds(59));
        worker.Answer.ShouldBeNull();
        _cloud.Advance(TimeSpan.FromSeconds(1));

        worker.Answer.ShouldBeOfType<Outcome<JsonObject>.Answered>().Response.ShouldBeEmpty();
    }

    [Fact]
    public void An_execution_that_nobody_waits_for_any_more_is_stopped()
    {
        Machines.Create(_cloud, "inner", """{"Rest": {"Type": "Wait", "Seconds": 600, "End": true}}""");
        var run = Machines.Start(_cloud, Machines.Create(_cloud, "outer", NestedSync));
        _cloud.Advance(TimeSpan.FromSeconds(5));
        var inner = _cloud.Call("stepfunctions", "ListExecutions", new() { ["stateMachineArn"] = "arn:aws:states:us-east-1:123456789012:stateMachine:inner" });
        var started = inner["executions"]![0]!["executionArn"]!.ToString();
        Machines.Describe(_cloud, started)["status"]!.ToString().ShouldBe("RUNNING");

        _cloud.Call("stepfunctions", "StopExecution", new() { ["executionArn"] = run });

        var stopped = Machines.Describe(_cloud, started);
        stopped["status"]!.ToString().ShouldBe("ABORTED");
        stopped["cause"]!.ToString().ShouldBe($"The Task state in AWS Step Functions execution [{run}] which was managing this resource was aborted");
    }

    [Fact]
    public void A_report_with_a_token_that_nobody_gave_out_is_refused()
    {
        var refused = _cloud.Refused("stepfunctions", "SendTaskSuccess", new() { ["taskToken"] = "made up", ["output"] = "{}" });

        refused.Code.ShouldBe("InvalidToken");
        refused.Message.ShouldBe("Invalid Token: 'Invalid token'");
    }

    [Fact]
    public void A_task_that_starts_an_execution_and_waits_has_its_output()
    {
        Machines.Create(_cloud, "inner", """{"Wait": {"Type": "Wait", "Seconds": 5, "Next": "Say"}, "Say": {"Type": "Pass", "End": true}}""");
        var run = Machines.Start(_cloud, Machines.Create(_cloud, "outer", NestedSync));

        _cloud.Advance(TimeSpan.FromSeconds(10));

        Machines.Describe(_cloud, run)["output"]!.ToString().ShouldBe("""{"n":1}""");
        Machines.History(_cloud, run).ShouldBe(
            ["ExecutionStarted", "TaskStateEntered", "TaskScheduled", "TaskStarted", "TaskSubmitted", "TaskSucceeded", "TaskStateExited", "ExecutionSucceeded"]);
    }

    [Fact]
    public void A_task_that_waits_for_an_execution_fails_when_that_fails()
    {
        Machines.Create(_cloud, "inner", """{"No": {"Type": "Fail", "Error": "Broken", "Cause": "on purpose"}}""");
        var run = Machines.Start(_cloud, Machines.Create(_cloud, "outer", NestedSync));

        _cloud.Advance(TimeSpan.FromSeconds(10));

        var ended = Machines.Describe(_cloud, run);
        ended["error"]!.ToString().ShouldBe("States.TaskFailed");
        JsonNode.Parse((string)ended["cause"]!)!["Error"]!.ToString().ShouldBe("Broken");
    }

    [Fact]
    public void A_report_that_comes_too_late_is_refused()
    {
        var activity = (string)_cloud.Call("stepfunctions", "CreateActivity", new() { ["name"] = "work" })["activityArn"]!;
        Machines.Start(_cloud, Machines.Create(_cloud, "asks", $$"""{"Work": {"Type": "Task", "Resource": "{{activity}}", "TimeoutSeconds": 10, "End": true} }"""));
        var task = _cloud.Call("stepfunctions", "GetActivityTask", new() { ["activityArn"] = activity });
        _cloud.Advance(TimeSpan.FromSeconds(11));

        _cloud.Refused("stepfunctions", "SendTaskSuccess", new() { ["taskToken"] = task["taskToken"]!.ToString(), ["output"] = "{}" }).Code.ShouldBe("TaskTimedOut");
    }
}
