using Amazon.CDK.AWS.ECS;

namespace Headroom.Infrastructure;

/// <summary>One ECS service whose capacity may be held.</summary>
/// <param name="ClusterName">Name of its cluster, 1 to 255 characters; may be a CDK token.</param>
/// <param name="ServiceName">Name of the service, 1 to 255 characters; may be a CDK token.</param>
public sealed record CoveredService(string ClusterName, string ServiceName)
{
    /// <summary>As notifications and the Notifier name it: <c>cluster/service</c>.</summary>
    public string Name => $"{ClusterName}/{ServiceName}";

    /// <summary>A service of the same CDK app.</summary>
    public static CoveredService Of(IBaseService service) => new(service.Cluster.ClusterName, service.ServiceName);
}
