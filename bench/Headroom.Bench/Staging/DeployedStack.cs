using System.Text.Json.Nodes;
using Headroom.Cloud.Store;

namespace Headroom.Bench.Staging;

/// <summary>A virtual cloud with a stack in it, settled: tasks run, alarms have their data.</summary>
internal sealed class DeployedStack : IDisposable
{
    internal const string Cluster = "ecs-scaling-example";
    internal const string Service = "service_1";
    internal const string ResourceId = $"service/{Cluster}/{Service}";
    private const string StackName = "infra";
    private static readonly TimeSpan Settling = TimeSpan.FromMinutes(30);
    private readonly ILookup<string, string> _ids;

    private DeployedStack(VirtualCloud cloud, ILookup<string, string> ids) => (Cloud, _ids) = (cloud, ids);

    internal VirtualCloud Cloud { get; }

    internal string StateMachineArn => _ids["AWS::StepFunctions::StateMachine"].Single();

    internal int Alarms => _ids["AWS::CloudWatch::Alarm"].Count();

    internal static DeployedStack Of(JsonObject template, ulong seed, IStorage? storage = null)
    {
        var cloud = new VirtualCloud(seed, storage);
        cloud.Call("cloudformation", "CreateStack", new()
        {
            ["StackName"] = StackName,
            ["TemplateBody"] = template.ToJsonString(),
            ["Capabilities"] = new JsonArray("CAPABILITY_IAM", "CAPABILITY_NAMED_IAM"),
            ["Parameters"] = new JsonArray(),
        });
        cloud.Pass(Settling);
        var resources = cloud.Call("cloudformation", "DescribeStackResources", new() { ["StackName"] = StackName })["StackResources"]!.AsArray();
        var failed = resources.FirstOrDefault(resource => (string?)resource!["ResourceStatus"] != "CREATE_COMPLETE");
        return failed is null
            ? new(cloud, resources.ToLookup(resource => (string)resource!["ResourceType"]!, resource => (string)resource!["PhysicalResourceId"]!))
            : throw new InvalidOperationException($"The stack cannot be deployed: {failed.ToJsonString()}");
    }

    /// <summary>The example's service, as Amazon ECS describes it.</summary>
    internal JsonNode Example() => Cloud.Call("ecs", "DescribeServices", new() { ["cluster"] = Cluster, ["services"] = new JsonArray(Service) })["services"]![0]!;

    /// <summary>Makes another service of 1 task beside it, with a scalable target.</summary>
    internal void AddService(JsonNode like, string name, int maxCapacity)
    {
        Cloud.Call("ecs", "CreateService", new()
        {
            ["cluster"] = Cluster,
            ["serviceName"] = name,
            ["taskDefinition"] = like["taskDefinition"]!.DeepClone(),
            ["desiredCount"] = 1,
            ["launchType"] = "FARGATE",
            ["networkConfiguration"] = like["networkConfiguration"]!.DeepClone(),
        });
        Cloud.Call("application-autoscaling", "RegisterScalableTarget", new()
        {
            ["ServiceNamespace"] = "ecs",
            ["ResourceId"] = $"service/{Cluster}/{name}",
            ["ScalableDimension"] = "ecs:service:DesiredCount",
            ["MinCapacity"] = 1,
            ["MaxCapacity"] = maxCapacity,
        });
    }

    internal string Publish(string message) =>
        (string)Cloud.Call("sns", "Publish", new() { ["TopicArn"] = _ids["AWS::SNS::Topic"].Single(), ["Message"] = message })["MessageId"]!;

    /// <summary>Every execution so far, oldest first.</summary>
    internal IReadOnlyList<JsonObject> Executions()
    {
        var arns = new List<string>();
        string? page = null;
        do
        {
            var answer = Cloud.Call("stepfunctions", "ListExecutions", new() { ["stateMachineArn"] = StateMachineArn, ["maxResults"] = 1000, ["nextToken"] = page });
            arns.AddRange(answer["executions"]!.AsArray().Select(execution => (string)execution!["executionArn"]!));
            page = (string?)answer["nextToken"];
        }
        while (page is not null);

        arns.Reverse();
        return [.. arns.Select(arn => Cloud.Call("stepfunctions", "DescribeExecution", new() { ["executionArn"] = arn }))];
    }

    /// <summary>The events of an execution, in order.</summary>
    internal IEnumerable<JsonNode?> History(string executionArn)
    {
        string? page = null;
        do
        {
            var answer = Cloud.Call("stepfunctions", "GetExecutionHistory", new() { ["executionArn"] = executionArn, ["maxResults"] = 1000, ["nextToken"] = page });
            foreach (var entry in answer["events"]!.AsArray())
            {
                yield return entry;
            }

            page = (string?)answer["nextToken"];
        }
        while (page is not null);
    }

    /// <summary>What is on the stack's queue, if it has one.</summary>
    internal IReadOnlyList<JsonObject> DeadLetters() => _ids["AWS::SQS::Queue"].SingleOrDefault() is not { } queue
        ? []
        : [.. (Cloud.Call("sqs", "ReceiveMessage", new() { ["QueueUrl"] = queue, ["MaxNumberOfMessages"] = 10, ["MessageAttributeNames"] = new JsonArray("All") })["Messages"]?.AsArray() ?? []).Select(message => message!.AsObject())];

    /// <summary>Records of holds in the stack's table, if it has one.</summary>
    internal int HoldsLeft() => _ids["AWS::DynamoDB::Table"].SingleOrDefault() is { } table ? (int)Cloud.Call("dynamodb", "Scan", new() { ["TableName"] = table })["Count"]! : 0;

    public void Dispose() => Cloud.Dispose();
}
