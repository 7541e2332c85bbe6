using System.Text.Json.Nodes;

namespace Headroom.Cloud.Tests.StepFunctions;

/// <summary>State machines for tests.</summary>
internal static class Machines
{
    public const string RoleArn = "arn:aws:iam::123456789012:role/machine";

    /// <summary>Makes a machine of these states (their JSON), the first of which starts; answers with its ARN.</summary>
    public static string Create(TestCloud cloud, string name, string states, string type = "STANDARD")
    {
        var parsed = JsonNode.Parse(states)!.AsObject();
        MakeRole(cloud);
        return (string)cloud.Call("stepfunctions", "CreateStateMachine", new()
        {
            ["name"] = name,
            ["roleArn"] = RoleArn,
            ["type"] = type,
            ["definition"] = new JsonObject { ["StartAt"] = parsed.First().Key, ["States"] = parsed }.ToJsonString(),
        })["stateMachineArn"]!;
    }

    /// <summary>The machines' role, which may do everything.</summary>
    public static void MakeRole(TestCloud cloud)
    {
        cloud.Try("iam", "CreateRole", new()
        {
            ["RoleName"] = "machine",
            ["AssumeRolePolicyDocument"] = """{"Statement": [{"Effect": "Allow", "Principal": {"Service": "states.amazonaws.com"}, "Action": "sts:AssumeRole"}]}""",
        });
        cloud.Call("iam", "PutRolePolicy", new()
        {
            ["RoleName"] = "machine", ["PolicyName"] = "all", ["PolicyDocument"] = """{"Statement": [{"Effect": "Allow", "Action": "*", "Resource": "*"}]}""",
        });
    }

    public static string Start(TestCloud cloud, string machineArn, string name = "run", string input = "{}") =>
        (string)cloud.Call("stepfunctions", "StartExecution", new() { ["stateMachineArn"] = machineArn, ["name"] = name, ["input"] = input })["executionArn"]!;

    public static JsonObject Describe(TestCloud cloud, string executionArn) => cloud.Call("stepfunctions", "DescribeExecution", new() { ["executionArn"] = executionArn });

    /// <summary>The types of an execution's events, in their order.</summary>
    public static IReadOnlyList<string> History(TestCloud cloud, string executionArn) =>
        [.. Events(cloud, executionArn).Select(happened => (string)happened["type"]!)];

    public static IReadOnlyList<JsonObject> Events(TestCloud cloud, string executionArn)
    {
        var events = new List<JsonObject>();
        JsonObject? page = null;
        do
        {
            page = cloud.Call("stepfunctions", "GetExecutionHistory", new() { ["executionArn"] = executionArn, ["maxResults"] = 1000, ["nextToken"] = (string?)page?["nextToken"] });
            events.AddRange(page["events"]!.AsArray().Select(happened => happened!.AsObject()));
        }
        while (page["nextToken"] is not null);

        return events;
    }
}
