using System.Text.Json.Nodes;

namespace Headroom.Cloud.Tests.StepFunctions;

public sealed class ExecutionTests
{
    private const string WaitThenPass = """{"Wait": {"Type": "Wait", "Seconds": 60, "Next": "Done"}, "Done": {"Type": "Pass", "Result": 42, "End": true}}""";
    private readonly TestCloud _cloud = new();

    [Fact]
    public void An_execution_waits_as_long_as_it_says_and_then_ends_with_its_output()
    {
        var run = Machines.Start(_cloud, Machines.Create(_cloud, "waits", WaitThenPass));

        _cloud.Advance(TimeSpan.FromSeconds(59));
        Machines.Describe(_cloud, run)["status"]!.ToString().ShouldBe("RUNNING");
        _cloud.Advance(TimeSpan.FromSeconds(1));

        var ended = Machines.Describe(_cloud, run);
        ended["status"]!.ToString().ShouldBe("SUCCEEDED");
        ended["output"]!.ToString().ShouldBe("42");
        Machines.History(_cloud, run).ShouldBe(
            ["ExecutionStarted", "WaitStateEntered", "WaitStateExited", "PassStateEntered", "PassStateExited", "ExecutionSucceeded"]);
    }

    [Fact]
    public void A_running_execution_started_again_with_the_same_input_is_the_same_execution()
    {
        var machine = Machines.Create(_cloud, "waits", WaitThenPass);
        var first = _cloud.Call("stepfunctions", "StartExecution", new() { ["stateMachineArn"] = machine, ["name"] = "run", ["input"] = "{}" });
        _cloud.Advance(TimeSpan.FromSeconds(5));

        var again = _cloud.Call("stepfunctions", "StartExecution", new() { ["stateMachineArn"] = machine, ["name"] = "run", ["input"] = "{}" });

        JsonNode.DeepEquals(again, first).ShouldBeTrue();
    }

    [Theory]
    [InlineData("""{"a": 1}""", 5)]
    [InlineData("{}", 120)]
    public void Another_input_or_an_execution_that_ended_makes_the_name_taken(string input, int seconds)
    {
        var machine = Machines.Create(_cloud, "waits", WaitThenPass);
        var run = Machines.Start(_cloud, machine);
        _cloud.Advance(TimeSpan.FromSeconds(seconds));

        var refused = _cloud.Refused("stepfunctions", "StartExecution", new() { ["stateMachineArn"] = machine, ["name"] = "run", ["input"] = input });

        refused.Code.ShouldBe("ExecutionAlreadyExists");
        refused.Message.ShouldBe($"Execution Already Exists: '{run}'");
    }

    [Fact]
    public void A_task_calls_a_service_with_names_in_pascal_case_and_its_answer_is_the_result()
    {
        DynamoDb.Tables.Create(_cloud, "holds");
        var machine = Machines.Create(_cloud, "writes", """
            {"Write": {"Type": "Task", "Resource": "arn:aws:states:::aws-sdk:dynamodb:updateItem", "Parameters": {
              "TableName": "holds", "Key": {"pk": {"S": "target"}}, "UpdateExpression": "SET holder = :me",
              "ExpressionAttributeValues": {":me": {"S.$": "$$.Execution.Id"}}, "ReturnValues": "ALL_NEW"}, "End": true}}
            """);

        var run = Machines.Start(_cloud, machine);
        _cloud.Advance(TimeSpan.FromSeconds(1));

        Machines.History(_cloud, run).ShouldBe(
            ["ExecutionStarted", "TaskStateEntered", "TaskScheduled", "TaskStarted", "TaskSucceeded", "TaskStateExited", "ExecutionSucceeded"]);
        JsonNode.Parse((string)Machines.Describe(_cloud, run)["output"]!)!["Attributes"]!["holder"]!["S"]!.ToString().ShouldBe(run);
    }

    [Fact]
    public void A_refused_call_fails_the_task_with_the_name_that_the_SDK_has_for_the_error()
    {
        var machine = Machines.Create(_cloud, "reads", """
            {"Read": {"Type": "Task", "Resource": "arn:aws:states:::aws-sdk:dynamodb:getItem",
              "Parameters": {"TableName": "absent", "Key": {"pk": {"S": "k"}}}, "End": true}}
            """);

        var run = Machines.Start(_cloud, machine);
        _cloud.Advance(TimeSpan.FromSeconds(1));

        var ended = Machines.Describe(_cloud, run);
        ended["error"]!.ToString().ShouldBe("DynamoDb.ResourceNotFoundException");
        ended["cause"]!.ToString().ShouldStartWith("Requested resource not found (Service: DynamoDb, Status Code: 400, Request ID: ");
    }

    [Fact]
    public void A_started_and_an_ended_execution_are_announced_on_the_default_bus()
    {
        var run = Machines.Start(_cloud, Machines.Create(_cloud, "waits", WaitThenPass), input: """{"why": "push"}""");
        _cloud.Advance(TimeSpan.FromMinutes(2));

        var announced = _cloud.Log.After(0).Where(happened => happened.Source == "aws.states").ToList();
        announced.ShouldAllBe(happened => happened.Type == "Step Functions Execution Status Change" && happened.Resources[0] == run);
        announced.Select(happened => (string)happened.Detail["status"]!).ShouldBe(["RUNNING", "SUCCEEDED"]);
        announced[1].Detail["input"]!.ToString().ShouldBe("""{"why": "push"}""");
        announced[1].Detail["stopDate"]!.GetValue<long>().ShouldBe(_cloud.Now.AddMinutes(-1).ToUnixTimeMilliseconds());
    }

    [Fact]
    public void The_history_comes_in_pages_and_backwards_if_wanted()
    {
        var run = Machines.Start(_cloud, Machines.Create(_cloud, "waits", WaitThenPass));
        _cloud.Advance(TimeSpan.FromMinutes(2));

        var ids = new List<int>();
        string? token = null;
        do
        {
            var page = _cloud.Call("stepfunctions", "GetExecutionHistory", new() { ["executionArn"] = run, ["maxResults"] = 4, ["reverseOrder"] = true, ["nextToken"] = token });
            ids.AddRange(page["events"]!.AsArray().Select(happened => happened!["id"]!.GetValue<int>()));
            token = (string?)page["nextToken"];
        }
        while (token is not null);

        ids.ShouldBe([6, 5, 4, 3, 2, 1]);
    }

    [Fact]
    public void An_execution_goes_on_by_the_definition_it_was_started_with()
    {
        var machine = Machines.Create(_cloud, "waits", WaitThenPass);
        var run = Machines.Start(_cloud, machine);

        _cloud.Call("stepfunctions", "UpdateStateMachine", new()
        {
            ["stateMachineArn"] = machine, ["definition"] = """{"StartAt": "No", "States": {"No": {"Type": "Fail"}}}""",
        });
        _cloud.Advance(TimeSpan.FromMinutes(2));

        Machines.Describe(_cloud, run)["status"]!.ToString().ShouldBe("SUCCEEDED");
    }
}
