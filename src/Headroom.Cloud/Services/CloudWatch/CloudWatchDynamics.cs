using Headroom.Cloud.Kernel;
using Headroom.Cloud.Services.CloudWatch.Alarms;

namespace Headroom.Cloud.Services.CloudWatch;

/// <summary>What moves in CloudWatch as time passes: alarms are evaluated, old data are forgotten.</summary>
internal static class CloudWatchDynamics
{
    private const string Forget = "forget/";
    private const string Alarm = "alarm/";

    internal static string ForgetWake(string dataKey) => Forget + dataKey;

    internal static string AlarmWake(string name) => Alarm + name;

    internal static void Woken(Step step, string key)
    {
        if (key.StartsWith(Alarm, StringComparison.Ordinal))
        {
            AlarmEvaluation.Evaluate(step, key[Alarm.Length..]);
        }
        else
        {
            step.Table(CloudWatchState.Data).Remove(key[Forget.Length..]);
        }
    }
}
