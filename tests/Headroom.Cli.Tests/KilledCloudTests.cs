using System.Text.Json.Nodes;
using Headroom.Cli.Aws;

namespace Headroom.Cli.Tests;

/// <summary><c>headroom up --data</c>, killed as <c>kill -9</c> does it, again and again, while an execution runs.</summary>
public sealed class KilledCloudTests : IDisposable
{
    private const string Definition = """
        {"StartAt": "Each", "States": {
          "Each": {"Type": "Map", "ItemsPath": "$.items", "MaxConcurrency": 1, "Next": "Rest", "ResultPath": null, "ItemProcessor": {"StartAt": "Write", "States": {
            "Write": {"Type": "Task", "Resource": "arn:aws:states:::aws-sdk:dynamodb:updateItem", "ResultPath": null, "Next": "Breathe", "Parameters": {
              "TableName": "t", "Key": {"pk": {"S.$": "States.Format('{}', $)"}}, "UpdateExpression": "SET n = if_not_exists(n, :one)",
              "ExpressionAttributeValues": {":one": {"N": "1"}}}},
            "Breathe": {"Type": "Wait", "Seconds": 1, "End": true}}}},
          "Rest": {"Type": "Wait", "Seconds": 2, "End": true}}}
        """;

    private const int Kills = 4;
    private static readonly TimeSpan BetweenKills = TimeSpan.FromMilliseconds(1700);
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);
    private readonly string _directory = Directory.CreateTempSubdirectory("headroom-").FullName;

    [Fact]
    public async Task An_execution_ends_as_if_its_cloud_had_never_been_killed()
    {
        string run;
        string calm;
        using (var cloud = await CloudProcess.StartAsync(_directory))
        {
            var machine = await MakeMachineAsync(cloud.Aws);
            calm = await FinishAsync(cloud.Aws, await StartAsync(cloud.Aws, machine, "calm"));
            run = await StartAsync(cloud.Aws, machine, "killed");
            await WaitAsync(BetweenKills);
        }

        for (var kill = 1; kill < Kills; kill++)
        {
            using var cloud = await CloudProcess.StartAsync(_directory);
            await WaitAsync(BetweenKills);
        }

        using var last = await CloudProcess.StartAsync(_directory);
        (await FinishAsync(last.Aws, run)).ShouldBe(calm);
    }

    public void Dispose() => Directory.Delete(_directory, recursive: true);

    private static async Task<string> MakeMachineAsync(IAws aws)
    {
        await CallAsync(aws, "iam", "CreateRole", new()
        {
            ["RoleName"] = "m",
            ["AssumeRolePolicyDocument"] = """{"Statement": [{"Effect": "Allow", "Principal": {"Service": "states.amazonaws.com"}, "Action": "sts:AssumeRole"}]}""",
        });
        await CallAsync(aws, "iam", "PutRolePolicy", new()
        {
            ["RoleName"] = "m", ["PolicyName"] = "write", ["PolicyDocument"] = """{"Statement": [{"Effect": "Allow", "Action": "dynamodb:UpdateItem", "Resource": "*"}]}""",
        });
        await CallAsync(aws, "dynamodb", "CreateTable", new()
        {
            ["TableName"] = "t",
            ["BillingMode"] = "PAY_PER_REQUEST",
            ["AttributeDefinitions"] = new JsonArray(new JsonObject { ["AttributeName"] = "pk", ["AttributeType"] = "S" }),
            ["KeySchema"] = new JsonArray(new JsonObject { ["AttributeName"] = "pk", ["KeyType"] = "HASH" }),
        });
        var made = await CallAsync(aws, "stepfunctions", "CreateStateMachine", new() { ["name"] = "m", ["roleArn"] = "arn:aws:iam::123456789012:role/m", ["definition"] = Definition });
        return (string)made["stateMachineArn"]!;
    }

    private static async Task<string> StartAsync(IAws aws, string machine, string name) =>
        (string)(await CallAsync(aws, "stepfunctions", "StartExecution", new() { ["stateMachineArn"] = machine, ["name"] = name, ["input"] = """{"items": [1, 2, 3, 4]}""" }))["executionArn"]!;

    /// <summary>The end of the execution and the types of its events.</summary>
    private static async Task<string> FinishAsync(IAws aws, string run)
    {
        var end = TimeProvider.System.GetTimestamp();
        JsonObject described;
        do
        {
            TimeProvider.System.GetElapsedTime(end).ShouldBeLessThan(Patience, "the execution did not end");
            await WaitAsync(TimeSpan.FromMilliseconds(100));
            described = await CallAsync(aws, "stepfunctions", "DescribeExecution", new() { ["executionArn"] = run });
        }
        while ((string)described["status"]! == "RUNNING");

        var history = await CallAsync(aws, "stepfunctions", "GetExecutionHistory", new() { ["executionArn"] = run, ["maxResults"] = 1000 });
        return $"{described["status"]}: {string.Join(' ', history["events"]!.AsArray().Select(happened => (string)happened!["type"]!))}";
    }

    private static Task<JsonObject> CallAsync(IAws aws, string service, string operation, JsonObject request) => aws.CallAsync(service, operation, request, CancellationToken.None);

#pragma warning disable RS0030 // the cloud is another process, whose clock is the wall's
    private static Task WaitAsync(TimeSpan time) => Task.Delay(time);
#pragma warning restore RS0030
}
