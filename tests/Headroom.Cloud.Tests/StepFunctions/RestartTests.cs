using Headroom.Cloud.Tests.StepFunctions.Killed;
using Headroom.Cloud.Tests.Store;

namespace Headroom.Cloud.Tests.StepFunctions;

/// <summary>A cloud killed after any of its steps and started again ends every execution with the history of one that was never killed.</summary>
public sealed class RestartTests
{
    private const string Input = """{"items": [1, 2, 3]}""";
    private const int MostSteps = 60;

    public static TheoryData<string, string> Machines => new()
    {
        { "waits", """{"W": {"Type": "Wait", "Seconds": 60, "Next": "P"}, "P": {"Type": "Pass", "End": true}}""" },
        {
            "retries",
            """
            {"T": {"Type": "Task", "Resource": "arn:aws:states:::aws-sdk:dynamodb:getItem", "Parameters": {"TableName": "absent", "Key": {"pk": {"S": "k"}}},
              "Retry": [{"ErrorEquals": ["States.ALL"], "MaxAttempts": 3, "JitterStrategy": "FULL"}], "Catch": [{"ErrorEquals": ["States.ALL"], "Next": "P"}], "End": true},
             "P": {"Type": "Pass", "End": true}}
            """
        },
        {
            "maps",
            """
            {"M": {"Type": "Map", "ItemsPath": "$.items", "MaxConcurrency": 2, "End": true, "ItemProcessor": {"StartAt": "T", "States": {
              "T": {"Type": "Task", "Resource": "arn:aws:states:::dynamodb:putItem", "Parameters": {"TableName": "t", "Item": {"pk": {"S.$": "States.Format('{}', $)"}}},
                "ResultPath": null, "Next": "W"},
              "W": {"Type": "Wait", "Seconds": 3, "End": true}}}}}
            """
        },
        {
            "distributes",
            """
            {"M": {"Type": "Map", "ItemsPath": "$.items", "MaxConcurrency": 2, "Label": "all", "End": true, "ItemProcessor": {
              "ProcessorConfig": {"Mode": "DISTRIBUTED", "ExecutionType": "STANDARD"}, "StartAt": "W", "States": {
                "W": {"Type": "Wait", "Seconds": 3, "Next": "P"}, "P": {"Type": "Pass", "End": true}}}}}
            """
        },
        {
            "nests",
            """
            {"N": {"Type": "Task", "Resource": "arn:aws:states:::states:startExecution.sync:2", "Parameters": {
              "StateMachineArn": "arn:aws:states:us-east-1:123456789012:stateMachine:inner", "Name": "inner-run", "Input": {"n": 1}}, "TimeoutSeconds": 100, "End": true}}
            """
        },
    };

    [Theory]
    [MemberData(nameof(Machines))]
    public void An_execution_goes_on_where_it_was(string name, string states) => CheckEveryStep(name, cloud =>
    {
        DynamoDb.Tables.Create(cloud, "t");
        StepFunctions.Machines.Create(cloud, "inner", """{"W": {"Type": "Wait", "Seconds": 5, "Next": "P"}, "P": {"Type": "Pass", "End": true}}""");
        return StepFunctions.Machines.Start(cloud, StepFunctions.Machines.Create(cloud, name, states), input: Input);
    });

    public static TheoryData<int> Numbers => [.. Enumerable.Range(1, LivelyMachines.Count)];

    [Theory]
    [MemberData(nameof(Numbers))]
    public void Any_machine_goes_on_where_it_was(int number) => CheckEveryStep("random", cloud => LivelyMachines.Start(cloud, LivelyMachines.Definition(number)));

    private static void CheckEveryStep(string name, Func<TestCloud, string> start)
    {
        var storage = new RecordedStorage();
        var cloud = new TestCloud(storage);
        var run = start(cloud);
        var times = new List<DateTimeOffset> { cloud.Now };
        var first = storage.Steps;
        while (storage.Steps - first < MostSteps && cloud.WakeNext())
        {
            times.AddRange(Enumerable.Repeat(cloud.Now, storage.Steps - first + 1 - times.Count));
        }

        var expected = Stories.Of(cloud, run);
        for (var killed = 0; killed < times.Count; killed++)
        {
            var kept = storage.KilledAfter(first + killed);
            var again = new TestCloud(kept, now: times[killed]);
            while (killed + kept.Steps < times.Count - 1 && again.WakeNext())
            {
            }

            (Stories.Of(again, run) == expected).ShouldBeTrue($"{name} killed after step {killed}: {Stories.Of(again, run)} is not {expected}");
        }
    }
}
