using Amazon.CDK;
using Amazon.CDK.AWS.ECS;

namespace Headroom.Infrastructure;

/// <summary>One ECS service whose capacity may be held.</summary>
/// <param name="ClusterName">Name of its cluster, 1 to 255 characters; may be a CDK token.</param>
/// <param name="ServiceName">Name of the service, 1 to 255 characters; may be a CDK token.</param>
public sealed record CoveredService(string ClusterName, string ServiceName)
{
    /// <summary>As notifications and the Notifier name it: <c>cluster/service</c>.</summary>
    public string Name => $"{ClusterName}/{ServiceName}";

    /// <summary>
    /// The service and all that is made within it, its scalable target for one; null of a service that is given by name. CloudFormation must not delete it while it
    /// is held: where it is in the hold's own stack, nothing else would keep it from doing so.
    /// </summary>
    internal IBaseService? Construct { get; private init; }

    /// <summary>
    /// How long a name is at most. A token's text is known only at deployment; a name has at most 255 characters, but one that CloudFormation draws far fewer.
    /// </summary>
    internal static int Length(string name) => Token.IsUnresolved(name) ? 100 : name.Length;

    /// <summary>A service of the same CDK app.</summary>
    public static CoveredService Of(IBaseService service) => new(service.Cluster.ClusterName, service.ServiceName) { Construct = service };

    /// <summary>Whether it is the same service, however it was given.</summary>
    public bool Equals(CoveredService? other) => other?.Name == Name;

    /// <inheritdoc/>
    public override int GetHashCode() => Name.GetHashCode(StringComparison.Ordinal);
}
