namespace Headroom.Cloud.Services;

/// <summary>A CloudFormation resource type, e.g. <c>AWS::ECS::Service</c>: what create, update and delete mean for it.</summary>
/// <param name="Name">The type's name.</param>
/// <param name="Create">Makes the resource from <see cref="ResourceRequest.Properties"/>.</param>
/// <param name="Update">Changes it in place from <see cref="ResourceRequest.OldProperties"/> to <see cref="ResourceRequest.Properties"/>.</param>
/// <param name="Delete">Removes it; one that is gone already counts as removed.</param>
public sealed record ResourceType(
    string Name,
    Func<ResourceRequest, ResourceProgress> Create,
    Func<ResourceRequest, ResourceProgress> Update,
    Func<ResourceRequest, ResourceProgress> Delete)
{
    /// <summary>Asked again, after the time it wished, while a create, update or delete is in progress.</summary>
    public Func<ResourceRequest, ResourceProgress>? Check { get; init; }

    /// <summary>Properties whose change replaces the resource ("Update requires: Replacement").</summary>
    public IReadOnlySet<string> ReplacedBy { get; init; } = new HashSet<string>();
}
