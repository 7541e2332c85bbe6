using Amazon.CDK;
using Amazon.CDK.AWS.DynamoDB;
using Amazon.CDK.AWS.SNS;
using Amazon.CDK.AWS.SQS;
using Amazon.CDK.AWS.StepFunctions;
using Constructs;

namespace Headroom.Infrastructure;

/// <summary>
/// Holds the capacity of ECS services through a notification burst. Add it to any stack: what is published to <see cref="Topic"/>
/// pauses the scale-in of the covered services, scales them up, and gives everything back when the hold is over.
/// </summary>
public sealed class CapacityHold : Construct
{
    /// <summary>Builds the topic (if none is given), Notifier, state machine, holds table, rules and alarms.</summary>
    /// <exception cref="ArgumentException">No service, one named twice or covered by another hold, or holds out of range.</exception>
    public CapacityHold(Construct scope, string id, CapacityHoldProps props)
        : base(scope, id)
    {
        CapacityHoldLimits.Check(this, props);
        Services = props.Services;
        Topic = props.Topic ?? new Topic(this, "Topic", new TopicProps { DisplayName = "Notifications that capacity is held for" });
        var deadLetters = new Queue(this, "DeadLetters", new QueueProps
        {
            Encryption = QueueEncryption.SQS_MANAGED,
            RetentionPeriod = Duration.Days(14),
        });
        DeadLetterQueue = deadLetters;
        HoldsTable = new Table(this, "Holds", new TableProps
        {
            PartitionKey = new Amazon.CDK.AWS.DynamoDB.Attribute { Name = "target", Type = AttributeType.STRING },
            BillingMode = BillingMode.PAY_PER_REQUEST,
            // A record lives as long as its hold: there is nothing to keep once the stack that would release it is gone.
            RemovalPolicy = RemovalPolicy.DESTROY,
        });
        var calendar = new CalendarFunction(this, "Calendar", props);
        var holds = new HoldStateMachine(this, "Protocol", HoldsTable, calendar.Function, props.Services);
        StateMachine = holds.StateMachine;
        var notifier = new NotifierFunction(this, "Notifier", props, Topic, deadLetters, holds.StateMachine);
        _ = new Recovery(this, "Recovery", holds.StateMachine, holds.Role, props.SweepInterval);
        _ = new DeploymentGuard(this, "Deployments", holds.StateMachine, props.Services);
        var alarms = new HoldAlarms(this, "Alarms", props.AlarmTopic, deadLetters, notifier.Function, holds.StateMachine, props.SweepInterval);
        _ = new DeletionGuard(this, "Deletion", props, HoldsTable, holds.StateMachine, notifier, alarms);
    }

    /// <summary>The services that it covers. Another <see cref="CapacityHold"/> may not cover them, too.</summary>
    public IReadOnlyList<CoveredService> Services { get; }

    /// <summary>Publish here: any text, or the JSON object of the notification contract.</summary>
    public ITopic Topic { get; }

    /// <summary>Messages that were refused, with the reason as an attribute, and messages that could not be handled.</summary>
    public IQueue DeadLetterQueue { get; }

    /// <summary>One item for each hold in progress, keyed by <c>target</c>.</summary>
    public ITable HoldsTable { get; }

    /// <summary>One execution for each notification and service.</summary>
    public IStateMachine StateMachine { get; }
}
