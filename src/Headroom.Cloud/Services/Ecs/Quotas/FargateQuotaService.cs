using Headroom.Cloud.Kernel;

namespace Headroom.Cloud.Services.Ecs.Quotas;

/// <summary>The account's Fargate quota, which on AWS a support case raises: <c>POST /_headroom/PutFargateQuota</c>, <c>GetFargateQuota</c>.</summary>
public static class FargateQuotaService
{
    /// <summary>The room.</summary>
    public static ServiceRoom Room { get; } = new("headroom-quotas",
    [
        Operation.Of<FargateQuota, FargateQuota>("PutFargateQuota", Put),
        Operation.Of<GetFargateQuotaRequest, FargateQuota>("GetFargateQuota", (step, _) => FargateAccount.Quota(step)),
    ]);

    private static Outcome<FargateQuota> Put(Step step, FargateQuota quota)
    {
        if (quota.VirtualCpus < 0 || quota.LaunchBurst < 1 || quota.LaunchesPerSecond <= 0)
        {
            return new Refusal("ValidationException", "VirtualCpus must be at least 0, LaunchBurst at least 1, LaunchesPerSecond above 0.");
        }

        step.Table(EcsState.Quotas).Put(EcsState.TheAccount, quota);
        return quota;
    }
}

/// <summary>Asks for the quota.</summary>
internal sealed record GetFargateQuotaRequest;
