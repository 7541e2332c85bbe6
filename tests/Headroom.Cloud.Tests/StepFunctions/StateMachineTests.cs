using System.Text.Json.Nodes;

namespace Headroom.Cloud.Tests.StepFunctions;

public sealed class StateMachineTests
{
    private const string Succeeds = """{"P": {"Type": "Pass", "End": true}}""";
    private readonly TestCloud _cloud = new();

    [Theory]
    [InlineData("no space", "InvalidName", "Invalid Name: 'no space'")]
    [InlineData("a:b", "InvalidName", "Invalid Name: 'a:b'")]
    public void A_name_that_cannot_be_one_is_refused(string name, string code, string message)
    {
        Machines.MakeRole(_cloud);

        var refused = _cloud.Refused("stepfunctions", "CreateStateMachine", new()
        {
            ["name"] = name, ["roleArn"] = Machines.RoleArn, ["definition"] = $$"""{"StartAt": "P", "States": {{Succeeds}} }""",
        });

        (refused.Code, refused.Message).ShouldBe((code, message));
    }

    [Fact]
    public void A_broken_definition_is_refused_by_state_and_field()
    {
        Machines.MakeRole(_cloud);

        var refused = _cloud.Refused("stepfunctions", "CreateStateMachine", new()
        {
            ["name"] = "m", ["roleArn"] = Machines.RoleArn, ["definition"] = """{"StartAt": "W", "States": {"W": {"Type": "Wait", "Seconds": "soon", "End": true}}}""",
        });

        refused.Code.ShouldBe("InvalidDefinition");
        refused.Message.ShouldStartWith("Invalid State Machine Definition: 'SCHEMA_VALIDATION_FAILED: ");
        refused.Message.ShouldContain("/States/W/Seconds");
    }

    [Fact]
    public void The_same_machine_made_again_is_the_same_and_another_of_its_name_is_refused()
    {
        var arn = Machines.Create(_cloud, "m", Succeeds);

        Machines.Create(_cloud, "m", Succeeds).ShouldBe(arn);
        Should.Throw<InvalidOperationException>(() => Machines.Create(_cloud, "m", """{"F": {"Type": "Fail"}}"""))
            .Message.ShouldContain($"StateMachineAlreadyExists: State Machine Already Exists: '{arn}'");
    }

    [Fact]
    public void A_version_stays_as_it_was_published_and_an_alias_leads_to_it()
    {
        var arn = Machines.Create(_cloud, "m", """{"P": {"Type": "Pass", "Result": "old", "End": true}}""");
        var first = (string)_cloud.Call("stepfunctions", "PublishStateMachineVersion", new() { ["stateMachineArn"] = arn })["stateMachineVersionArn"]!;
        _cloud.Call("stepfunctions", "UpdateStateMachine", new()
        {
            ["stateMachineArn"] = arn, ["definition"] = """{"StartAt": "P", "States": {"P": {"Type": "Pass", "Result": "new", "End": true}}}""",
        });
        var second = (string)_cloud.Call("stepfunctions", "PublishStateMachineVersion", new() { ["stateMachineArn"] = arn })["stateMachineVersionArn"]!;
        var alias = (string)_cloud.Call("stepfunctions", "CreateStateMachineAlias", new() { ["name"] = "live", ["routingConfiguration"] = Route(first) })["stateMachineAliasArn"]!;

        (first, second).ShouldBe(($"{arn}:1", $"{arn}:2"));
        OutputOf(alias, "a").ShouldBe("\"old\"");
        _cloud.Call("stepfunctions", "UpdateStateMachineAlias", new() { ["stateMachineAliasArn"] = alias, ["routingConfiguration"] = Route(second) });
        OutputOf(alias, "b").ShouldBe("\"new\"");
        _cloud.Refused("stepfunctions", "DeleteStateMachineVersion", new() { ["stateMachineVersionArn"] = second }).Code.ShouldBe("ConflictException");
        _cloud.Call("stepfunctions", "ListExecutions", new() { ["stateMachineArn"] = alias })["executions"]!.AsArray()
            .Select(execution => (string)execution!["stateMachineVersionArn"]!).ShouldBe([second, first], ignoreOrder: true);
    }

    [Fact]
    public void A_redriven_execution_goes_on_from_the_state_that_failed()
    {
        var arn = Machines.Create(_cloud, "m", """
            {"First": {"Type": "Pass", "Next": "Read"},
             "Read": {"Type": "Task", "Resource": "arn:aws:states:::aws-sdk:dynamodb:getItem", "Parameters": {"TableName": "t", "Key": {"pk": {"S": "k"}}}, "End": true}}
            """);
        var run = Machines.Start(_cloud, arn);
        _cloud.Advance(TimeSpan.FromSeconds(1));
        Machines.Describe(_cloud, run)["redriveStatus"]!.ToString().ShouldBe("REDRIVABLE");

        DynamoDb.Tables.Create(_cloud, "t");
        _cloud.Call("stepfunctions", "RedriveExecution", new() { ["executionArn"] = run });
        _cloud.Advance(TimeSpan.FromSeconds(1));

        var described = Machines.Describe(_cloud, run);
        (described["status"]!.ToString(), described["redriveCount"]!.GetValue<int>()).ShouldBe(("SUCCEEDED", 1));
        Machines.History(_cloud, run).Count(type => type == "PassStateEntered").ShouldBe(1);
        Machines.History(_cloud, run).ShouldContain("ExecutionRedriven");
        _cloud.Refused("stepfunctions", "RedriveExecution", new() { ["executionArn"] = run }).Code.ShouldBe("ExecutionNotRedrivable");
    }

    [Fact]
    public void A_stopped_execution_is_aborted_with_the_given_reason()
    {
        var run = Machines.Start(_cloud, Machines.Create(_cloud, "m", """{"W": {"Type": "Wait", "Seconds": 60, "End": true}}"""));

        _cloud.Call("stepfunctions", "StopExecution", new() { ["executionArn"] = run, ["error"] = "Enough", ["cause"] = "as asked" });
        _cloud.Advance(TimeSpan.FromMinutes(2));

        var described = Machines.Describe(_cloud, run);
        (described["status"]!.ToString(), described["error"]!.ToString(), described["cause"]!.ToString()).ShouldBe(("ABORTED", "Enough", "as asked"));
        Machines.History(_cloud, run)[^1].ShouldBe("ExecutionAborted");
    }

    [Fact]
    public void A_deleted_machine_ends_its_executions()
    {
        var arn = Machines.Create(_cloud, "m", """{"W": {"Type": "Wait", "Seconds": 60, "End": true}}""");
        var run = Machines.Start(_cloud, arn);

        _cloud.Call("stepfunctions", "DeleteStateMachine", new() { ["stateMachineArn"] = arn });

        Machines.Describe(_cloud, run)["status"]!.ToString().ShouldBe("ABORTED");
        _cloud.Refused("stepfunctions", "DescribeStateMachine", new() { ["stateMachineArn"] = arn }).Message.ShouldBe($"State Machine Does Not Exist: '{arn}'");
    }

    [Fact]
    public void Tags_are_added_replaced_and_taken_away()
    {
        var arn = Machines.Create(_cloud, "m", Succeeds);
        _cloud.Call("stepfunctions", "TagResource", new() { ["resourceArn"] = arn, ["tags"] = new JsonArray(Tag("a", "1"), Tag("b", "1")) });
        _cloud.Call("stepfunctions", "TagResource", new() { ["resourceArn"] = arn, ["tags"] = new JsonArray(Tag("a", "2")) });
        _cloud.Call("stepfunctions", "UntagResource", new() { ["resourceArn"] = arn, ["tagKeys"] = new JsonArray("b") });

        _cloud.Call("stepfunctions", "ListTagsForResource", new() { ["resourceArn"] = arn })["tags"]!.ToJsonString().ShouldBe("""[{"key":"a","value":"2"}]""");
    }

    [Fact]
    public void An_express_execution_that_waits_is_answered_when_it_ends()
    {
        var arn = Machines.Create(_cloud, "m", """{"W": {"Type": "Wait", "Seconds": 5, "Next": "P"}, "P": {"Type": "Pass", "End": true}}""", "EXPRESS");
        var answer = _cloud.Begin("stepfunctions", "StartSyncExecution", new() { ["stateMachineArn"] = arn, ["input"] = """{"n":1}""" });
        answer.Answer.ShouldBeNull();

        _cloud.Advance(TimeSpan.FromSeconds(5));

        var response = answer.Answer.ShouldBeOfType<Kernel.Outcome<JsonObject>.Answered>().Response;
        (response["status"]!.ToString(), response["output"]!.ToString()).ShouldBe(("SUCCEEDED", """{"n":1}"""));
    }

    [Fact]
    public void Executions_of_an_express_machine_are_not_listed()
    {
        var arn = Machines.Create(_cloud, "m", """{"P": {"Type": "Pass", "End": true}}""", "EXPRESS");

        _cloud.Refused("stepfunctions", "ListExecutions", new() { ["stateMachineArn"] = arn }).Code.ShouldBe("StateMachineTypeNotSupported");
    }

    private static JsonArray Route(string version) => [new JsonObject { ["stateMachineVersionArn"] = version, ["weight"] = 100 }];

    private static JsonObject Tag(string key, string value) => new() { ["key"] = key, ["value"] = value };

    private string OutputOf(string machine, string name) => Machines.Describe(_cloud, Machines.Start(_cloud, machine, name))["output"]!.ToString();
}
