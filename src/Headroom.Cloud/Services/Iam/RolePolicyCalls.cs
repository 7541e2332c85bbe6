using System.Text.Json.Nodes;
using Headroom.Cloud.Kernel;
using Headroom.Wire.Shapes.Iam;

namespace Headroom.Cloud.Services.Iam;

/// <summary>Brings a role's inline and attached policies from what a template said to what it says now.</summary>
internal static class RolePolicyCalls
{
    internal static IEnumerable<Refusal?> Change(ResourceRequest request, string roleName, RoleProperties old, RoleProperties role) =>
        Inline(request, roleName, old.Policies ?? [], role.Policies ?? [])
            .Concat(Attached(request, roleName, old.ManagedPolicyArns ?? [], role.ManagedPolicyArns ?? []));

    private static IEnumerable<Refusal?> Inline(
        ResourceRequest request, string roleName, IReadOnlyList<InlinePolicy> old, IReadOnlyList<InlinePolicy> policies)
    {
        foreach (var policy in policies.Where(policy => !old.Any(before => Same(before, policy))))
        {
            yield return request.Try<PutRolePolicyRequest, PutRolePolicyResponse>(
                "iam",
                "PutRolePolicy",
                new() { RoleName = roleName, PolicyName = policy.PolicyName, PolicyDocument = policy.PolicyDocument.ToJsonString() });
        }

        foreach (var gone in old.ExceptBy(policies.Select(policy => policy.PolicyName), policy => policy.PolicyName))
        {
            yield return request.Try<DeleteRolePolicyRequest, DeleteRolePolicyResponse>(
                "iam", "DeleteRolePolicy", new() { RoleName = roleName, PolicyName = gone.PolicyName });
        }
    }

    private static IEnumerable<Refusal?> Attached(ResourceRequest request, string roleName, IReadOnlyList<string> old, IReadOnlyList<string> arns)
    {
        foreach (var arn in arns.Except(old))
        {
            yield return request.Try<AttachRolePolicyRequest, AttachRolePolicyResponse>(
                "iam", "AttachRolePolicy", new() { RoleName = roleName, PolicyArn = arn });
        }

        foreach (var arn in old.Except(arns))
        {
            yield return request.Try<DetachRolePolicyRequest, DetachRolePolicyResponse>(
                "iam", "DetachRolePolicy", new() { RoleName = roleName, PolicyArn = arn });
        }
    }

    private static bool Same(InlinePolicy one, InlinePolicy other) =>
        one.PolicyName == other.PolicyName && JsonNode.DeepEquals(one.PolicyDocument, other.PolicyDocument);
}
