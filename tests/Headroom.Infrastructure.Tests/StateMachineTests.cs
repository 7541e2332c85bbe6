using System.Text.Json.Nodes;

namespace Headroom.Infrastructure.Tests;

/// <summary>What holds for every state of <c>capacity-hold.asl.json</c>.</summary>
public sealed class StateMachineTests
{
    private static readonly string[] Integrations =
    [
        "arn:aws:states:::aws-sdk:applicationautoscaling:describeScalableTargets",
        "arn:aws:states:::aws-sdk:applicationautoscaling:describeScheduledActions",
        "arn:aws:states:::aws-sdk:applicationautoscaling:registerScalableTarget",
        "arn:aws:states:::aws-sdk:dynamodb:deleteItem",
        "arn:aws:states:::aws-sdk:dynamodb:getItem",
        "arn:aws:states:::aws-sdk:dynamodb:scan",
        "arn:aws:states:::aws-sdk:dynamodb:updateItem",
        "arn:aws:states:::aws-sdk:ecs:describeServices",
        "arn:aws:states:::aws-sdk:ecs:updateService",
        "arn:aws:states:::aws-sdk:elasticloadbalancingv2:describeTargetHealth",
        "arn:aws:states:::aws-sdk:sfn:describeExecution",
        "arn:aws:states:::aws-sdk:sfn:startExecution",
        "arn:aws:states:::events:putEvents",
        "arn:aws:states:::lambda:invoke",
    ];

    [Fact]
    public void Every_state_says_why_it_is_there() =>
        StateMachineFile.States.Where(state => string.IsNullOrWhiteSpace((string?)state.Value["Comment"])).Select(state => state.Key).ShouldBeEmpty();

    [Fact]
    public void No_task_calls_anything_but_the_integrations_of_the_protocol() =>
        StateMachineFile.Tasks.Select(task => (string)task.Value["Resource"]!).Distinct().Order(StringComparer.Ordinal).ShouldBe(Integrations);

    [Fact]
    public void Every_task_is_bounded_in_time_and_retries_with_back_off_a_cap_and_full_jitter()
    {
        foreach (var (name, task) in StateMachineFile.Tasks)
        {
            ((int?)task["TimeoutSeconds"]).ShouldNotBeNull(name);
            var last = task["Retry"]!.AsArray()[^1]!.AsObject();
            ((string)last["ErrorEquals"]![0]!).ShouldBe("States.ALL", name);
            ((double)last["BackoffRate"]!).ShouldBeGreaterThan(1, name);
            ((int?)last["MaxDelaySeconds"]).ShouldNotBeNull(name);
            ((string)last["JitterStrategy"]!).ShouldBe("FULL", name);
        }
    }

    [Fact]
    public void An_error_after_the_original_is_recorded_never_ends_the_execution_before_the_release()
    {
        string[] fromRecordToRelease =
        [
            "TellNotHeldYet", "PauseScaleIn", "ReadCapacity", "ScaleUp", "AnnounceHold", "TellHoldStarted", "TellHoldDegraded", "WatchTasks", "ReadTargetHealth", "TellCapacityReady",
            "ReadShort", "TellCapacityShort", "ReadTarget", "ReadSchedules", "ReckonMissed", "ReadMoreSchedules", "ResumeScaleIn", "ResumeAsScheduled",
            "ReadRefusedService",
        ];
        foreach (var name in fromRecordToRelease)
        {
            var catches = StateMachineFile.States.Single(state => state.Key == name).Value["Catch"]!.AsArray();
            ((string)catches[^1]!["ErrorEquals"]![0]!).ShouldBe("States.ALL", name);
            ((string)StateMachineFile.States.Single(state => state.Key == (string)catches[^1]!["Next"]!).Value["Type"]!).ShouldNotBe("Fail", name);
        }
    }

    [Fact]
    public async Task It_is_valid_Amazon_States_Language()
    {
        Node.RequirePackage("asl-validator");

        (await Node.Run(Repository.In("node_modules", "asl-validator", "dist", "bin", "asl-validator.js"), "--json-path", Repository.StateMachineFile))
            .ShouldContain("is valid");
    }
}
