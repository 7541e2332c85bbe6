using Headroom.Cloud.Identity.Policies;
using Headroom.Cloud.Kernel;

namespace Headroom.Cloud.Services.Iam;

/// <summary>The policies that decide what a role may do.</summary>
internal static class RolePolicies
{
    /// <summary>Inline and attached policies; none where the role is gone.</summary>
    internal static IEnumerable<PolicyDocument> Of(Step step, string roleName) => IamRoles.Find(step, roleName) is { } role
        ? role.InlinePolicies.Values.Concat(role.AttachedPolicies.Select(arn => ManagedPolicies.DocumentOf(step, arn)).OfType<string>())
            .Select(PolicyTexts.Document)
        : [];

    /// <summary>The role's permissions boundary, if it has one.</summary>
    internal static PolicyDocument? BoundaryOf(Step step, string roleName) =>
        IamRoles.Find(step, roleName)?.PermissionsBoundary is { } arn && ManagedPolicies.DocumentOf(step, arn) is { } document
            ? PolicyTexts.Document(document)
            : null;
}
