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

    /// <summary>From registration to the last check that makes a target healthy.</summary>
    internal TimeSpan TimeToHealthy() =>
        TimeSpan.FromSeconds((TargetGroup.HealthCheckIntervalSeconds ?? 30) * (double)(TargetGroup.HealthyThresholdCount ?? 5));
}
