using Amazon.CDK;
using Amazon.CDK.AWS.Lambda;
using Amazon.CDK.AWS.SNS;
using Amazon.CDK.AWS.SNS.Subscriptions;
using Amazon.CDK.AWS.SQS;
using Amazon.CDK.AWS.StepFunctions;
using Constructs;

namespace Headroom.Infrastructure;

/// <summary>The function between the topic and the state machine, and what it may do.</summary>
internal sealed class NotifierFunction : HoldFunction
{
    internal NotifierFunction(Construct scope, string id, CapacityHoldProps props, ITopic topic, Queue deadLetters, StateMachine stateMachine)
        : base(scope, id, props, "What the Notifier does: start holds, refuse messages, ")
    {
        Role.AddToPrincipalPolicy(HoldPermissions.Allow("StartHolds", ["states:StartExecution"], [stateMachine.StateMachineArn]));
        Role.AddToPrincipalPolicy(HoldPermissions.Allow("RefuseMessages", ["sqs:SendMessage"], [deadLetters.QueueArn]));
        // The action takes no resource (Service Authorization Reference). Called for a percentage only, for one ResourceId.
        Role.AddToPrincipalPolicy(HoldPermissions.Allow("ResolvePercentages", ["application-autoscaling:DescribeScalableTargets"], ["*"]));
        var services = new ServiceList(this, "Services", props.Services, Role);
        var function = Props("bootstrap", "Turns each notification into one execution per covered service");
        function.MemorySize = 256;
        // A thousand services are a thousand calls, at most 32 in flight.
        function.Timeout = Duration.Minutes(2);
        function.DeadLetterQueue = deadLetters;
        function.Environment = new Dictionary<string, string>(services.Environment)
        {
            ["HEADROOM_STATE_MACHINE_ARN"] = stateMachine.StateMachineArn,
            ["HEADROOM_DEAD_LETTER_QUEUE_URL"] = deadLetters.QueueUrl,
            ["HEADROOM_DEFAULT_HOLD"] = props.DefaultHold.ToIsoString(),
            ["HEADROOM_MAX_HOLD"] = props.LongestHold.ToIsoString(),
            ["HEADROOM_METRIC_NAMESPACE"] = props.MetricNamespace,
        };
        Function = new Function(this, "Function", function);
        topic.AddSubscription(new LambdaSubscription(Function, new LambdaSubscriptionProps { DeadLetterQueue = deadLetters }));
    }

    internal Function Function { get; }
}
