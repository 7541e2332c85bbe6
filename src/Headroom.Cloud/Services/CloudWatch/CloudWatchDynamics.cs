using Headroom.Cloud.Kernel;
using Headroom.Cloud.Services.CloudWatch.Alarms;
using Headroom.Cloud.Services.CloudWatch.CompositeAlarms;

namespace Headroom.Cloud.Services.CloudWatch;

/// <summary>What moves in CloudWatch as time passes: alarms are evaluated, periods of suppression end, old data are forgotten.</summary>
internal static class CloudWatchDynamics
{
    private const string Forget = "forget/";
    private const string Alarm = "alarm/";
    private const string Suppression = "suppression/";

    internal static string ForgetWake(string dataKey) => Forget + dataKey;

    internal static string AlarmWake(string name) => Alarm + name;

    internal static string SuppressionWake(string name) => Suppression + name;

    internal static void Woken(Step step, string key)
    {
        if (key.StartsWith(Alarm, StringComparison.Ordinal))
        {
            AlarmEvaluation.Evaluate(step, key[Alarm.Length..]);
        }
        else if (key.StartsWith(Suppression, StringComparison.Ordinal))
        {
            ActionSuppression.End(step, key[Suppression.Length..]);
        }
        else
        {
            step.Table(CloudWatchState.Data).Remove(key[Forget.Length..]);
        }
    }
}
