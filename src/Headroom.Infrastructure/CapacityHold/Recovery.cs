using Amazon.CDK;
using Amazon.CDK.AWS.Events;
using Amazon.CDK.AWS.Events.Targets;
using Amazon.CDK.AWS.IAM;
using Amazon.CDK.AWS.StepFunctions;
using Constructs;

namespace Headroom.Infrastructure;

/// <summary>
/// What brings a hold to its end when its execution cannot: a rule for executions that ended badly (within seconds), and a sweep for
/// whatever that rule misses. Both start the state machine itself.
/// </summary>
internal sealed class Recovery : Construct
{
    private static readonly string[] EndedBadly = ["FAILED", "TIMED_OUT", "ABORTED"];

    internal Recovery(Construct scope, string id, StateMachine stateMachine, Role role, Duration sweepInterval)
        : base(scope, id)
    {
        _ = new Rule(this, "Ended", new RuleProps
        {
            Description = "A hold's execution ended without releasing: recover what it held",
            EventPattern = new EventPattern
            {
                Source = ["aws.states"],
                DetailType = ["Step Functions Execution Status Change"],
                Detail = new Dictionary<string, object>
                {
                    ["status"] = EndedBadly,
                    ["stateMachineArn"] = new[] { stateMachine.StateMachineArn },
                },
            },
            // The detail as it is: it carries the execution's ARN and, as text, its input.
            Targets = [new SfnStateMachine(stateMachine, new SfnStateMachineProps { Input = RuleTargetInput.FromEventPath("$.detail") })],
        });
        _ = new Rule(this, "Sweep", new RuleProps
        {
            Description = "Looks for holds whose owner is dead",
            Schedule = Schedule.Rate(sweepInterval),
            Targets =
            [
                new SfnStateMachine(stateMachine, new SfnStateMachineProps
                {
                    Input = RuleTargetInput.FromObject(new Dictionary<string, object> { ["action"] = "sweep" }),
                }),
            ],
        });
        // A policy of its own: in the role's default policy, which the state machine depends on, its own ARN would be a circle.
        _ = new Policy(this, "Policy", new PolicyProps
        {
            Roles = [role],
            Statements =
            [
                HoldPermissions.Allow("StartRecoveries", ["states:StartExecution"], [stateMachine.StateMachineArn]),
                HoldPermissions.Allow("SeeWhoseOwnerIsAlive", ["states:DescribeExecution"], [HoldPermissions.Executions(stateMachine)]),
            ],
        });
    }
}
