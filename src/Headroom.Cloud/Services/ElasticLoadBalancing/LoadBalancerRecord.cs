using Headroom.Wire.Shapes.Elbv2;

namespace Headroom.Cloud.Services.ElasticLoadBalancing;

/// <summary>A load balancer and its attributes.</summary>
internal sealed record LoadBalancerRecord(LoadBalancer LoadBalancer, IReadOnlyDictionary<string, string> Attributes)
{
    /// <summary><c>app/name/id</c>, as metrics name it.</summary>
    internal static string MetricName(string arn) => arn[(arn.IndexOf(":loadbalancer/", StringComparison.Ordinal) + ":loadbalancer/".Length)..];
}
