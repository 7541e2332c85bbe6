using Headroom.Cloud.Kernel;

namespace Headroom.Cloud.Services.CloudWatch;

/// <summary>What moves in CloudWatch as time passes: old data are forgotten.</summary>
internal static class CloudWatchDynamics
{
    private const string Forget = "forget/";

    internal static string ForgetWake(string dataKey) => Forget + dataKey;

    internal static void Woken(Step step, string key) => step.Table(CloudWatchState.Data).Remove(key[Forget.Length..]);
}
