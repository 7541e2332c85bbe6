using Amazon.CDK;
using Amazon.CDK.AWS.IAM;
using Amazon.CDK.AWS.Lambda;
using Amazon.CDK.AWS.Logs;
using Amazon.CDK.AWS.SNS;
using Amazon.CDK.AWS.SNS.Subscriptions;
using Amazon.CDK.AWS.SQS;
using Amazon.CDK.AWS.StepFunctions;
using Constructs;

namespace Headroom.Infrastructure;

/// <summary>The function between the topic and the state machine, and what it may do.</summary>
internal sealed class NotifierFunction : Construct
{
    internal NotifierFunction(Construct scope, string id, CapacityHoldProps props, ITopic topic, Queue deadLetters, StateMachine stateMachine)
        : base(scope, id)
    {
        var logs = new LogGroup(this, "Logs", new LogGroupProps { Retention = props.LogRetention, RemovalPolicy = RemovalPolicy.DESTROY });
        var role = new Role(this, "Role", new RoleProps
        {
            AssumedBy = new ServicePrincipal("lambda.amazonaws.com"),
            Description = "What the Notifier does: start holds, refuse messages, write its log",
        });
        role.AddToPrincipalPolicy(HoldPermissions.Allow("StartHolds", ["states:StartExecution"], [stateMachine.StateMachineArn]));
        role.AddToPrincipalPolicy(HoldPermissions.Allow("RefuseMessages", ["sqs:SendMessage"], [deadLetters.QueueArn]));
        // The action takes no resource (Service Authorization Reference). Called for a percentage only, for one ResourceId.
        role.AddToPrincipalPolicy(HoldPermissions.Allow("ResolvePercentages", ["application-autoscaling:DescribeScalableTargets"], ["*"]));
        role.AddToPrincipalPolicy(HoldPermissions.Allow("WriteItsLog", ["logs:CreateLogStream", "logs:PutLogEvents"], [logs.LogGroupArn]));
        var services = new ServiceList(this, "Services", props.Services, role);
        Function = new Function(this, "Function", new FunctionProps
        {
            Description = "Turns each notification into one execution per covered service",
            Runtime = Runtime.PROVIDED_AL2023,
            Architecture = props.Architecture,
            Handler = "bootstrap",
            Code = props.NotifierCode,
            Role = role,
            LogGroup = logs,
            MemorySize = 256,
            // A thousand services are a thousand calls, at most 32 in flight.
            Timeout = Duration.Minutes(2),
            DeadLetterQueue = deadLetters,
            Environment = new Dictionary<string, string>(services.Environment)
            {
                ["HEADROOM_STATE_MACHINE_ARN"] = stateMachine.StateMachineArn,
                ["HEADROOM_DEAD_LETTER_QUEUE_URL"] = deadLetters.QueueUrl,
                ["HEADROOM_DEFAULT_HOLD"] = props.DefaultHold.ToIsoString(),
                ["HEADROOM_MAX_HOLD"] = props.LongestHold.ToIsoString(),
                ["HEADROOM_METRIC_NAMESPACE"] = props.MetricNamespace,
            },
        });
        topic.AddSubscription(new LambdaSubscription(Function, new LambdaSubscriptionProps { DeadLetterQueue = deadLetters }));
    }

    internal Function Function { get; }
}
