using Amazon.CDK;
using Amazon.CDK.AWS.CloudWatch;
using Amazon.CDK.AWS.CloudWatch.Actions;
using Amazon.CDK.AWS.Events;
using Amazon.CDK.AWS.Lambda;
using Amazon.CDK.AWS.SNS;
using Amazon.CDK.AWS.SQS;
using Amazon.CDK.AWS.StepFunctions;
using Constructs;

namespace Headroom.Infrastructure;

/// <summary>What somebody should look at: messages that held nothing, executions that failed, holds that are not what they should be.</summary>
internal sealed class HoldAlarms : Construct
{
    // An alarm looks a day back at most.
    private const int MostPeriods = 288;

    private static readonly Duration Period = Duration.Minutes(5);
    private readonly ITopic? _topic;
    private readonly StateMachine _stateMachine;

    internal HoldAlarms(Construct scope, string id, ITopic? topic, Queue deadLetters, Function notifier, StateMachine stateMachine, Duration sweepInterval)
        : base(scope, id)
    {
        _topic = topic;
        _stateMachine = stateMachine;
        Alarm("DeadLetters", "A notification was refused or could not be delivered: nothing is held for it", deadLetters.MetricApproximateNumberOfMessagesVisible());
        Alarm("NotifierErrors", "The Notifier failed; Lambda tries again twice", notifier.MetricErrors());
        Alarm("ExecutionsFailed", "A hold could not be made or not be released; one that could not be released is recovered", stateMachine.MetricFailed());
        AlarmOn("Degraded", "A hold could not be made yet, not pause scale-in or not scale up; it goes on, and tries again", ["Hold Degraded"]);
        AlarmOn("Short", "Held capacity has not come within eleven minutes, or before a shorter hold's end", ["Capacity Short"]);
        // One sweep may see a hold just as it ends; two in a row do not. So the alarm looks as far back as from one sweep to the next.
        var fromSweepToSweep = 1 + (int)Math.Ceiling(sweepInterval.ToSeconds() / Period.ToSeconds());
        AlarmOn("Late", "Scale-in is still paused after a hold's end", ["Release Delayed", "Hold Overdue"], Math.Min(fromSweepToSweep, MostPeriods), 2);
    }

    /// <summary>An alarm on the events of one kind, counted by EventBridge itself: each rule has a metric.</summary>
    private void AlarmOn(string id, string description, string[] detailTypes, int periods = 1, int breaching = 1)
    {
        var rule = new Rule(this, $"{id}Events", new RuleProps
        {
            Description = $"Counts: {string.Join(", ", detailTypes)}",
            EventPattern = new EventPattern
            {
                Source = ["headroom"],
                DetailType = detailTypes,
                Detail = new Dictionary<string, object> { ["stateMachine"] = new[] { _stateMachine.StateMachineArn } },
            },
        });
        var matched = new Metric(new MetricProps
        {
            Namespace = "AWS/Events",
            MetricName = "TriggeredRules",
            DimensionsMap = new Dictionary<string, string> { ["RuleName"] = rule.RuleName },
            Statistic = "Sum",
            Period = Period,
        });
        Alarm(id, description, matched, periods, breaching);
    }

    private void Alarm(string id, string description, Metric metric, int periods = 1, int breaching = 1)
    {
        var alarm = metric.CreateAlarm(this, id, new CreateAlarmOptions
        {
            AlarmDescription = description,
            Threshold = 1,
            EvaluationPeriods = periods,
            DatapointsToAlarm = breaching == periods ? null : breaching,
            ComparisonOperator = ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
            TreatMissingData = TreatMissingData.NOT_BREACHING,
        });
        if (_topic is not null)
        {
            alarm.AddAlarmAction(new SnsAction(_topic));
        }
    }
}
