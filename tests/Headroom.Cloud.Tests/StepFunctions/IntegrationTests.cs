using System.Text.Json.Nodes;

namespace Headroom.Cloud.Tests.StepFunctions;

public sealed class IntegrationTests
{
    private readonly TestCloud _cloud = new();

    [Fact]
    public void A_message_that_is_an_object_is_sent_as_its_JSON()
    {
        var queue = (string)_cloud.Call("sqs", "CreateQueue", new() { ["QueueName"] = "q" })["QueueUrl"]!;
        var run = Run($$"""{"Resource": "arn:aws:states:::sqs:sendMessage", "Parameters": {"QueueUrl": "{{queue}}", "MessageBody": {"n.$": "$.n"} } }""", """{"n": 7}""");

        Output(run)["MD5OfMessageBody"].ShouldNotBeNull();
        var received = _cloud.Call("sqs", "ReceiveMessage", new() { ["QueueUrl"] = queue });
        received["Messages"]![0]!["Body"]!.ToString().ShouldBe("""{"n":7}""");
    }

    [Fact]
    public void The_answer_to_a_message_with_the_task_token_ends_the_task()
    {
        var queue = (string)_cloud.Call("sqs", "CreateQueue", new() { ["QueueName"] = "q" })["QueueUrl"]!;
        var run = Run($$"""{"Resource": "arn:aws:states:::sqs:sendMessage.waitForTaskToken", "Parameters": {"QueueUrl": "{{queue}}", "MessageBody.$": "$$.Task.Token"} }""");
        var token = _cloud.Call("sqs", "ReceiveMessage", new() { ["QueueUrl"] = queue })["Messages"]![0]!["Body"]!.ToString();

        _cloud.Call("stepfunctions", "SendTaskSuccess", new() { ["taskToken"] = token, ["output"] = """{"done":true}""" });

        Machines.Describe(_cloud, run)["output"]!.ToString().ShouldBe("""{"done":true}""");
        Machines.History(_cloud, run).ShouldBe(
            ["ExecutionStarted", "TaskStateEntered", "TaskScheduled", "TaskStarted", "TaskSubmitted", "TaskSucceeded", "TaskStateExited", "ExecutionSucceeded"]);
    }

    [Theory]
    [InlineData(
        "arn:aws:states:::aws-sdk:s3:getObject", """{"Bucket":"absent","Key":"k"}""",
        "S3.NoSuchBucketException", "The specified bucket does not exist (Service: S3, Status Code: 404, Request ID: ")]
    [InlineData(
        "arn:aws:states:::dynamodb:getItem", """{"TableName":"/absent","Key":{}}""",
        "DynamoDB.AmazonDynamoDBException", "1 validation error detected: Value '/absent' at 'tableName' failed to satisfy constraint: ")]
    public void An_error_has_its_class_whichever_operation_declares_it_and_else_the_services(string resource, string parameters, string error, string cause)
    {
        var ended = Machines.Describe(_cloud, Run($$"""{"Resource": "{{resource}}", "Parameters": {{parameters}}}"""));

        ended["error"]!.ToString().ShouldBe(error);
        ended["cause"]!.ToString().ShouldStartWith(cause);
    }

    [Theory]
    [InlineData("arn:aws:states:::dynamodb:getItem", "DynamoDB.ResourceNotFoundException", "Requested resource not found (Service: AmazonDynamoDBv2; Status Code: 400; Error Code: ResourceNotFoundException; Request ID: ")]
    [InlineData("arn:aws:states:::aws-sdk:dynamodb:getItem", "DynamoDb.ResourceNotFoundException", "Requested resource not found (Service: DynamoDb, Status Code: 400, Request ID: ")]
    [InlineData("arn:aws:states:::aws-sdk:dynamodb:deleteItem", "DynamoDb.ResourceNotFoundException", "Requested resource not found (Service: DynamoDb, Status Code: 400, Request ID: ")]
    public void Errors_are_named_as_the_SDK_behind_the_integration_names_them(string resource, string error, string cause)
    {
        var run = Run("""{"Resource": "RESOURCE", "Parameters": {"TableName": "absent", "Key": {"k": {"S": "x"}}}}""".Replace("RESOURCE", resource, StringComparison.Ordinal));

        var ended = Machines.Describe(_cloud, run);
        ended["error"]!.ToString().ShouldBe(error);
        ended["cause"]!.ToString().ShouldStartWith(cause);
    }

    [Theory]
    [InlineData(64)]
    [InlineData(900)]
    public void A_deeply_nested_message_is_sent_as_it_is(int levels)
    {
        var queue = (string)_cloud.Call("sqs", "CreateQueue", new() { ["QueueName"] = "q" })["QueueUrl"]!;
        var nested = new string('[', levels) + new string(']', levels);

        Run($$"""{"Resource": "arn:aws:states:::sqs:sendMessage", "Parameters": {"QueueUrl": "{{queue}}", "MessageBody.$": "$"} }""", nested);

        _cloud.Call("sqs", "ReceiveMessage", new() { ["QueueUrl"] = queue })["Messages"]![0]!["Body"]!.ToString().ShouldBe(nested);
    }

    [Fact]
    public void A_parameter_that_the_operation_does_not_have_fails_the_task_and_names_it()
    {
        var run = Run("""{"Resource": "arn:aws:states:::aws-sdk:dynamodb:getItem", "Parameters": {"Table": "t", "Key": {}}}""");

        Machines.Describe(_cloud, run)["cause"]!.ToString().ShouldBe(
            "An error occurred while executing the state 'T' (entered at the event id #2). The Parameters '{\"Table\":\"t\",\"Key\":{}}' "
            + "could not be used to start the Task: [The field \"Table\" is not supported by Step Functions]");
        Machines.History(_cloud, run).ShouldBe(["ExecutionStarted", "TaskStateEntered", "ExecutionFailed"]);
    }

    [Fact]
    public void What_the_machines_role_may_not_do_fails_the_task_with_the_services_own_error()
    {
        Machines.MakeRole(_cloud);
        DynamoDb.Tables.Create(_cloud, "t");
        var machine = Machines.Create(_cloud, "m", """{"T": {"Type": "Task", "Resource": "arn:aws:states:::aws-sdk:dynamodb:scan", "Parameters": {"TableName": "t"}, "End": true}}""");
        _cloud.Call("iam", "DeleteRolePolicy", new() { ["RoleName"] = "machine", ["PolicyName"] = "all" });

        var run = Machines.Start(_cloud, machine);
        _cloud.Advance(TimeSpan.FromSeconds(1));

        var ended = Machines.Describe(_cloud, run);
        ended["error"]!.ToString().ShouldBe("DynamoDb.DynamoDbException");
        ended["cause"]!.ToString().ShouldContain("is not authorized to perform: dynamodb:Scan on resource: arn:aws:dynamodb:us-east-1:123456789012:table/t");
    }

    [Fact]
    public void A_role_that_does_not_trust_Step_Functions_is_refused_when_the_machine_is_made()
    {
        _cloud.Call("iam", "CreateRole", new()
        {
            ["RoleName"] = "machine",
            ["AssumeRolePolicyDocument"] = """{"Statement": [{"Effect": "Allow", "Principal": {"Service": "lambda.amazonaws.com"}, "Action": "sts:AssumeRole"}]}""",
        });

        var refused = _cloud.Refused("stepfunctions", "CreateStateMachine", new()
        {
            ["name"] = "m", ["roleArn"] = Machines.RoleArn, ["definition"] = """{"StartAt": "P", "States": {"P": {"Type": "Pass", "End": true}}}""",
        });

        refused.Code.ShouldBe("AccessDeniedException");
        refused.Message.ShouldBe("Neither the global service principal states.amazonaws.com, nor the regional one is authorized to assume the provided role.");
    }

    private string Run(string task, string input = "{}")
    {
        var state = JsonNode.Parse(task)!.AsObject();
        state["Type"] = "Task";
        state["End"] = true;
        var run = Machines.Start(_cloud, Machines.Create(_cloud, "m", new JsonObject { ["T"] = state }.ToJsonString()), input: input);
        _cloud.Advance(TimeSpan.FromSeconds(1));
        return run;
    }

    private JsonNode Output(string run) => JsonNode.Parse(Machines.Describe(_cloud, run)["output"]!.ToString())!;
}
