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
    private readonly ITopic? _topic;
    private readonly StateMachine _stateMachine;

    internal HoldAlarms(Construct scope, string id, ITopic? topic, Queue deadLetters, Function notifier, StateMachine stateMachine)
        : base(scope, id)
    {
        _topic = topic;
        _stateMachine = stateMachine;
        Alarm("DeadLetters", "A notification was refused or could not be delivered: nothing is held for it", deadLetters.MetricApproximateNumberOfMessagesVisible());
        Alarm("NotifierErrors", "The Notifier failed; Lambda tries again twice", notifier.MetricErrors());
        Alarm("ExecutionsFailed", "A hold could not be made or not be released; one that could not be released is recovered", stateMachine.MetricFailed());
        AlarmOn("Degraded", "A hold could not pause scale-in or not scale up, and goes on without", ["Hold Degraded"], 1);
        AlarmOn("Short", "Held capacity has not come within eleven minutes", ["Capacity Short"], 1);
        // One sweep may see a hold just as it ends; two in a row do not.
        AlarmOn("Late", "Scale-in is still paused after a hold's end", ["Release Delayed", "Hold Overdue"], 2);
    }

    /// <summary>An alarm on the events of one kind, counted by EventBridge itself: each rule has a metric.</summary>
    private void AlarmOn(string id, string description, string[] detailTypes, int periods)
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
        });
        Alarm(id, description, matched, periods);
    }

    private void Alarm(string id, string description, Metric metric, int periods = 1)
    {
        var alarm = metric.CreateAlarm(this, id, new CreateAlarmOptions
        {
            AlarmDescription = description,
            Threshold = 1,
            EvaluationPeriods = periods,
            ComparisonOperator = ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
            TreatMissingData = TreatMissingData.NOT_BREACHING,
        });
        if (_topic is not null)
        {
            alarm.AddAlarmAction(new SnsAction(_topic));
        }
    }
}
