using Headroom.Wire.Shapes.Elbv2;

namespace Headroom.Cloud.Services.ElasticLoadBalancing;

/// <summary>A target group and its attributes.</summary>
internal sealed record TargetGroupRecord(TargetGroup TargetGroup, IReadOnlyDictionary<string, string> Attributes)
{
    /// <summary><c>targetgroup/name/id</c>, as metrics name it.</summary>
    internal static string MetricName(string arn) => arn[(arn.LastIndexOf(':') + 1)..];

    /// <summary>Connections are drained this long: 300 s unless set.</summary>
    internal TimeSpan DeregistrationDelay() =>
        TimeSpan.FromSeconds(int.Parse(Attributes.GetValueOrDefault(TargetGroupDefaults.DeregistrationDelay, "300")));

    /// <summary>From one health check to the next.</summary>
    internal TimeSpan CheckInterval() => TimeSpan.FromSeconds(TargetGroup.HealthCheckIntervalSeconds ?? 30);

    /// <summary>From registration to the last check that makes a target healthy.</summary>
    internal TimeSpan TimeToHealthy() => CheckInterval() * (TargetGroup.HealthyThresholdCount ?? 5);

    /// <summary>The last check that makes a target unhealthy, which answers none from <paramref name="silentFrom"/> on: the checks go on in their rhythm.</summary>
    internal DateTimeOffset UnhealthyAt(TargetRecord target, DateTimeOffset silentFrom)
    {
        var answered = silentFrom <= target.RegisteredAt ? 0 : (int)Math.Ceiling((silentFrom - target.RegisteredAt) / CheckInterval()) - 1;
        return target.RegisteredAt + (CheckInterval() * (answered + (TargetGroup.UnhealthyThresholdCount ?? 2)));
    }
}
