using Amazon.CDK;
using Amazon.CDK.AWS.Lambda;
using Amazon.CDK.AWS.Logs;
using Amazon.CDK.AWS.SNS;
using Constructs;

namespace Headroom.Infrastructure;

/// <summary>What a <see cref="CapacityHold"/> covers, and its limits.</summary>
public sealed class CapacityHoldProps
{
    /// <summary>The services whose capacity may be held, 1 to 1,000. No other service is ever touched.</summary>
    public required IReadOnlyList<CoveredService> Services { get; init; }

    /// <summary>
    /// What CloudFormation must not delete while capacity is held, besides the hold itself and each service that is given as <see cref="CoveredService.Of"/>:
    /// the load balancer, the network and whatever else of the same stack its tasks need. Nothing of it may depend on the <see cref="CapacityHold"/> as a whole.
    /// </summary>
    public IReadOnlyList<IConstruct> KeptWhileHeld { get; init; } = [];

    /// <summary>The topic that notifications are published to; a new one if null. A FIFO topic is refused: it cannot invoke a function.</summary>
    public ITopic? Topic { get; init; }

    /// <summary>How long a notification holds that does not say; 1 second to <see cref="LongestHold"/>.</summary>
    public Duration DefaultHold { get; init; } = Duration.Minutes(5);

    /// <summary>The longest hold that a notification may ask for; up to 30 days.</summary>
    public Duration LongestHold { get; init; } = Duration.Hours(6);

    /// <summary>
    /// How often holds are looked over for a dead owner, in whole minutes. After whatever failure, scale-in is resumed at most this
    /// interval plus one release after the hold's end. An empty look-over costs four state transitions.
    /// </summary>
    public Duration SweepInterval { get; init; } = Duration.Minutes(5);

    /// <summary>Processor of the Notifier function; its code must be of the same.</summary>
    public Architecture Architecture { get; init; } = Architecture.X86_64;

    /// <summary>The Notifier's code: a directory or archive with the native executable <c>bootstrap</c>.</summary>
    public required Code NotifierCode { get; init; }

    /// <summary>Where alarms are sent; to nobody if null (they still change state).</summary>
    public ITopic? AlarmTopic { get; init; }

    /// <summary>CloudWatch namespace of the Notifier's metrics.</summary>
    public string MetricNamespace { get; init; } = "Headroom";

    /// <summary>How long the Notifier's log is kept.</summary>
    public RetentionDays LogRetention { get; init; } = RetentionDays.ONE_MONTH;
}
