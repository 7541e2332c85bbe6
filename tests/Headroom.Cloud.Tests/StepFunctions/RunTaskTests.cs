using System.Text.Json.Nodes;
using Headroom.Cloud.Tests.Capacity;

namespace Headroom.Cloud.Tests.StepFunctions;

public sealed class RunTaskTests
{
    private readonly CapacityCloud _capacity = new();

    [Fact]
    public void A_task_that_runs_an_ECS_task_waits_until_that_has_stopped()
    {
        var run = Start();
        _capacity.Advance(TimeSpan.FromMinutes(2));
        Machines.History(_capacity.Cloud, run).ShouldBe(["ExecutionStarted", "TaskStateEntered", "TaskScheduled", "TaskStarted", "TaskSubmitted"]);

        var started = _capacity.Cloud.Call("ecs", "ListTasks", new() { ["cluster"] = "shop", ["startedBy"] = "machine" })["taskArns"]![0]!;
        _capacity.Cloud.Call("ecs", "StopTask", new() { ["cluster"] = "shop", ["task"] = started.DeepClone() });
        _capacity.Advance(TimeSpan.FromMinutes(2));

        // The container obeyed the signal and exited with 0.
        var ended = Machines.Describe(_capacity.Cloud, run);
        ended["status"]!.ToString().ShouldBe("SUCCEEDED");
        JsonNode.Parse((string)ended["output"]!)!["TaskArn"]!.ToString().ShouldBe(started.ToString());
    }

    [Fact]
    public void An_ECS_task_that_nobody_waits_for_any_more_is_stopped()
    {
        var run = Start();
        _capacity.Advance(TimeSpan.FromMinutes(2));

        _capacity.Cloud.Call("stepfunctions", "StopExecution", new() { ["executionArn"] = run });
        _capacity.Advance(TimeSpan.FromMinutes(2));

        _capacity.Cloud.Call("ecs", "ListTasks", new() { ["cluster"] = "shop", ["startedBy"] = "machine" })["taskArns"]!.AsArray().ShouldBeEmpty();
    }

    private string Start() => Machines.Start(_capacity.Cloud, Machines.Create(_capacity.Cloud, "runs", """
        {"Run": {"Type": "Task", "Resource": "arn:aws:states:::ecs:runTask.sync", "End": true, "Parameters": {
          "Cluster": "shop", "TaskDefinition": "web", "LaunchType": "FARGATE", "StartedBy": "machine",
          "NetworkConfiguration": {"AwsvpcConfiguration": {"Subnets": ["subnet-1"]}}}}}
        """));
}
