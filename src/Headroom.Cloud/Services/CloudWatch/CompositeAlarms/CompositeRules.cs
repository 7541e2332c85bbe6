using Headroom.Cloud.Kernel;
using Headroom.Cloud.Services.CloudWatch.Alarms;
using Headroom.Wire.Shapes.CloudWatch;

namespace Headroom.Cloud.Services.CloudWatch.CompositeAlarms;

/// <summary>What PutCompositeAlarm refuses (https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_PutCompositeAlarm.html).</summary>
internal static class CompositeRules
{
    private const int MostChildren = 100;
    private const int MostParents = 150;

    internal static Refusal? Refuse(Step step, PutCompositeAlarmRequest request) => request switch
    {
        { AlarmRule: var text } when text.Trim() != text => Invalid("AlarmRule must not contain leading or trailing whitespace or be null"),
        _ when step.Table(CloudWatchState.Alarms).Find(request.AlarmName) is not null => Invalid($"An alarm named {request.AlarmName} exists already, and it is a metric alarm."),
        { ActionsSuppressor: not null, ActionsSuppressorWaitPeriod: null } or { ActionsSuppressor: not null, ActionsSuppressorExtensionPeriod: null } =>
            Invalid("ActionsSuppressorWaitPeriod and ActionsSuppressorExtensionPeriod must be specified with ActionsSuppressor."),
        { ActionsSuppressor: null, ActionsSuppressorWaitPeriod: not null } or { ActionsSuppressor: null, ActionsSuppressorExtensionPeriod: not null } =>
            Invalid("ActionsSuppressorWaitPeriod and ActionsSuppressorExtensionPeriod must not be specified without ActionsSuppressor."),
        { ActionsSuppressorWaitPeriod: < 0 } or { ActionsSuppressorExtensionPeriod: < 0 } => Invalid("The periods of an actions suppressor must not be negative."),
        { ActionsSuppressor: { } suppressor } when AllAlarms.FindNamed(step, suppressor) is null =>
            Invalid($"Could not save the composite alarm as the actions suppressor alarm [{suppressor}] does not exist"),
        _ when Actions(request).FirstOrDefault(action => action.Split(':') is not [_, _, "sns" or "lambda" or "ssm" or "ssm-incidents" or "aiops", ..]) is { } action =>
            Invalid($"Invalid action for a composite alarm: {action}"),
        _ => RefuseRule(step, request),
    };

    private static Refusal? RefuseRule(Step step, PutCompositeAlarmRequest request)
    {
        try
        {
            var named = AlarmRuleParser.Parse(request.AlarmRule).Alarms;
            var unknown = named.Where(alarm => AllAlarms.FindNamed(step, alarm) is null).ToList();
            return unknown.Count > 0 ? Invalid($"Could not save the composite alarm as alarms [{string.Join(", ", unknown)}] in the alarm rule do not exist")
                : named.Count > MostChildren ? Invalid($"AlarmRule must not name more than {MostChildren} alarms")
                : named.Any(alarm => IsWatchedEnough(step, AllAlarms.NameOf(step, alarm)!, request.AlarmName)) ? Invalid($"An alarm must not be in the rules of more than {MostParents} composite alarms")
                : null;
        }
        catch (AlarmRuleFault fault)
        {
            return Invalid(fault.Message);
        }
    }

    private static bool IsWatchedEnough(Step step, string alarm, string composite)
    {
        var parents = CompositeIndex.Parents(step, alarm);
        return parents.Count >= MostParents && !parents.Contains(composite);
    }

    private static IEnumerable<string> Actions(PutCompositeAlarmRequest request) =>
        (request.AlarmActions ?? []).Concat(request.OKActions ?? []).Concat(request.InsufficientDataActions ?? []);

    private static Refusal Invalid(string message) => new("ValidationError", message);
}
