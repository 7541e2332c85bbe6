namespace Headroom.Cli.Tests.Clients;

/// <summary>The AWS CLI as people use it: with the environment that <c>headroom env</c> prints.</summary>
public sealed class AwsCliTests
{
    [Fact]
    public async Task The_commands_of_the_samples_readme_work_as_they_stand()
    {
        Programs.Require("aws", "jq", "bash");
        await using var stack = await RunningStack.StartAsync(speed: 20);

        var printed = await Bash.RunAsync($$"""
            {{AwsCli.Environment(stack)}}
            cd "$(mktemp -d)"
            echo 'hello!' > message.txt
            export ACCOUNT_ID=$(aws sts get-caller-identity --output text --query Account)
            export AWS_REGION=$(aws configure get region)
            aws application-autoscaling describe-scalable-targets --service-namespace ecs | jq -c '.ScalableTargets[].SuspendedState'
            aws sns publish --message file://./message.txt --subject Test --topic-arn arn:aws:sns:$AWS_REGION:$ACCOUNT_ID\:customer_topic > published.json
            running=0
            for look in $(seq 60); do
              running=$(aws ecs describe-services --cluster ecs-scaling-example --services service_1 | jq '.services[0].runningCount')
              [ "$running" != 5 ] || break
              sleep 0.2
            done
            aws application-autoscaling describe-scalable-targets --service-namespace ecs | jq -c '.ScalableTargets[].SuspendedState'
            aws ecs describe-services --cluster ecs-scaling-example --services service_1 | jq -c '.services[0] | [.desiredCount, .runningCount]'
            machine=$(aws stepfunctions list-state-machines | jq -r '.stateMachines[0].stateMachineArn')
            execution=$(aws stepfunctions list-executions --state-machine-arn "$machine" | jq -r '.executions[] | select(.name | startswith("service_1")).executionArn')
            for look in $(seq 120); do
              paused=$(aws application-autoscaling describe-scalable-targets --service-namespace ecs | jq '.ScalableTargets[0].SuspendedState.DynamicScalingInSuspended')
              [ "$paused" != false ] || break
              sleep 0.3
            done
            aws application-autoscaling describe-scalable-targets --service-namespace ecs | jq -c '.ScalableTargets[].SuspendedState'
            aws stepfunctions get-execution-history --execution-arn "$execution" | jq -r '.events[].stateEnteredEventDetails.name // empty' | paste -sd' '
            """);

        var lines = printed.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        lines[0].ShouldBe("""{"DynamicScalingInSuspended":false,"DynamicScalingOutSuspended":false,"ScheduledScalingSuspended":false}""");
        lines[1].ShouldBe("""{"DynamicScalingInSuspended":true,"DynamicScalingOutSuspended":false,"ScheduledScalingSuspended":true}""");
        lines[2].ShouldBe("[5,5]");
        lines[3].ShouldBe(lines[0]);
        string[] steps = ["ClaimHold", "RecordOriginal", "PauseScaleIn", "AnnounceHold", "Hold", "BeginRelease", "ResumeScaleIn"];
        lines[4].Split(' ').Where(steps.Contains).Distinct().ShouldBe(steps);
    }
}
