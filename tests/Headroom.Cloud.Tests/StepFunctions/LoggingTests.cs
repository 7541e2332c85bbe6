using System.Text.Json.Nodes;

namespace Headroom.Cloud.Tests.StepFunctions;

public sealed class LoggingTests
{
    private readonly TestCloud _cloud = new();

    [Theory]
    [InlineData("ALL", "ExecutionStarted PassStateEntered PassStateExited FailStateEntered ExecutionFailed")]
    [InlineData("ERROR", "FailStateEntered ExecutionFailed")]
    [InlineData("FATAL", "ExecutionFailed")]
    [InlineData("OFF", "")]
    public void Events_reach_the_machines_log_group_at_its_level(string level, string types)
    {
        _cloud.Call("logs", "CreateLogGroup", new() { ["logGroupName"] = "/machine" });
        Machines.MakeRole(_cloud);
        var machine = _cloud.Call("stepfunctions", "CreateStateMachine", new()
        {
            ["name"] = "m",
            ["type"] = "EXPRESS",
            ["roleArn"] = Machines.RoleArn,
            ["definition"] = """{"StartAt": "P", "States": {"P": {"Type": "Pass", "Next": "F"}, "F": {"Type": "Fail", "Error": "No"}}}""",
            ["loggingConfiguration"] = new JsonObject
            {
                ["level"] = level,
                ["includeExecutionData"] = true,
                ["destinations"] = new JsonArray(new JsonObject
                {
                    ["cloudWatchLogsLogGroup"] = new JsonObject { ["logGroupArn"] = "arn:aws:logs:us-east-1:123456789012:log-group:/machine:*" },
                }),
            },
        });

        Machines.Start(_cloud, (string)machine["stateMachineArn"]!);

        var logged = _cloud.Call("logs", "FilterLogEvents", new() { ["logGroupName"] = "/machine" })["events"]!.AsArray();
        string.Join(' ', logged.Select(line => JsonNode.Parse((string)line!["message"]!)!["type"])).ShouldBe(types);
    }
}
