namespace Headroom.Cloud.Services.Ecs.Quotas;

/// <summary>What the account may run on Fargate (https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service-quotas.html).</summary>
internal sealed record FargateQuota
{
    /// <summary>On-demand vCPUs at the same time. AWS gives a new account as few as 6; here it is out of the way unless set.</summary>
    public double VirtualCpus { get; init; } = 4000;

    /// <summary>Launches at once.</summary>
    public double LaunchBurst { get; init; } = 100;

    /// <summary>Launches a second.</summary>
    public double LaunchesPerSecond { get; init; } = 20;

    /// <summary>False: Fargate has no capacity, as it happens in a zone or a Region.</summary>
    public bool CapacityAvailable { get; init; } = true;
}
