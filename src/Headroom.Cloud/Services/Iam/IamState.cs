using Headroom.Cloud.Store;
using Headroom.Wire.Shapes.Iam;

namespace Headroom.Cloud.Services.Iam;

/// <summary>A role and everything attached to it.</summary>
internal sealed record StoredRole(
    string RoleName, string Path, string RoleId, string Arn, string AssumeRolePolicyDocument, DateTimeOffset CreateDate)
{
    public string? Description { get; init; }

    public int MaxSessionDuration { get; init; } = 3600;

    /// <summary>ARN of the managed policy that limits it.</summary>
    public string? PermissionsBoundary { get; init; }

    /// <summary>Inline policies: name → document.</summary>
    public IReadOnlyDictionary<string, string> InlinePolicies { get; init; } = new Dictionary<string, string>();

    /// <summary>ARNs of managed policies.</summary>
    public IReadOnlyList<string> AttachedPolicies { get; init; } = [];

    public IReadOnlyList<Tag> Tags { get; init; } = [];
}

/// <summary>A managed policy of the account; its versions go by id (<c>v1</c>, …).</summary>
internal sealed record StoredPolicy(
    string PolicyName,
    string Path,
    string PolicyId,
    string Arn,
    IReadOnlyDictionary<string, PolicyVersion> Versions,
    string DefaultVersionId,
    DateTimeOffset CreateDate,
    DateTimeOffset UpdateDate)
{
    public string? Description { get; init; }

    public IReadOnlyList<Tag> Tags { get; init; } = [];

    /// <summary>How many versions there have been: the next one's number less one.</summary>
    public int VersionsMade { get; init; } = 1;
}

/// <summary>The tables of the room.</summary>
internal static class IamState
{
    /// <summary>By role name.</summary>
    internal static readonly TableName<StoredRole> Roles = new("iam/roles");

    /// <summary>By ARN.</summary>
    internal static readonly TableName<StoredPolicy> Policies = new("iam/policies");
}
