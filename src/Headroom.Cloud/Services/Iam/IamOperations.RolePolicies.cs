using Headroom.Cloud.Kernel;
using Headroom.Wire.Shapes.Iam;

namespace Headroom.Cloud.Services.Iam;

/// <summary>Policies of a role: inline and attached.</summary>
internal static partial class IamOperations
{
    internal static Outcome<PutRolePolicyResponse> PutRolePolicy(Step step, PutRolePolicyRequest request) =>
        PolicyChecks.Identity(request.PolicyDocument) is { } malformed
            ? malformed
            : Change(step, request.RoleName, new PutRolePolicyResponse(), role => role with
            {
                InlinePolicies = new Dictionary<string, string>(role.InlinePolicies) { [request.PolicyName] = request.PolicyDocument },
            });

    internal static Outcome<GetRolePolicyResponse> GetRolePolicy(Step step, GetRolePolicyRequest request) => IamRoles.Find(step, request.RoleName) switch
    {
        null => IamRoles.Unknown(request.RoleName),
        var role when role.InlinePolicies.TryGetValue(request.PolicyName, out var document) =>
            new GetRolePolicyResponse { RoleName = role.RoleName, PolicyName = request.PolicyName, PolicyDocument = Encoded(document) },
        _ => UnknownInline(request.PolicyName),
    };

    internal static Outcome<ListRolePoliciesResponse> ListRolePolicies(Step step, ListRolePoliciesRequest request)
    {
        if (IamRoles.Find(step, request.RoleName) is not { } role)
        {
            return IamRoles.Unknown(request.RoleName);
        }

        var page = IamPage.Of(role.InlinePolicies.Keys, name => name, request.Marker, request.MaxItems);
        return new ListRolePoliciesResponse { PolicyNames = page.Items, IsTruncated = page.IsTruncated, Marker = page.Marker };
    }

    internal static Outcome<DeleteRolePolicyResponse> DeleteRolePolicy(Step step, DeleteRolePolicyRequest request) =>
        IamRoles.Find(step, request.RoleName) is { } known && !known.InlinePolicies.ContainsKey(request.PolicyName)
            ? UnknownInline(request.PolicyName)
            : Change(step, request.RoleName, new DeleteRolePolicyResponse(), role => role with
            {
                InlinePolicies = role.InlinePolicies.Where(policy => policy.Key != request.PolicyName).ToDictionary(),
            });

    internal static Outcome<AttachRolePolicyResponse> AttachRolePolicy(Step step, AttachRolePolicyRequest request) =>
        ManagedPolicies.DocumentOf(step, request.PolicyArn) is null
            ? ManagedPolicies.Unknown(request.PolicyArn)
            : Change(step, request.RoleName, new AttachRolePolicyResponse(), role => role with
            {
                AttachedPolicies = [.. role.AttachedPolicies.Where(arn => arn != request.PolicyArn), request.PolicyArn],
            });

    internal static Outcome<DetachRolePolicyResponse> DetachRolePolicy(Step step, DetachRolePolicyRequest request) =>
        IamRoles.Find(step, request.RoleName) is { } known && !known.AttachedPolicies.Contains(request.PolicyArn)
            ? ManagedPolicies.Unknown(request.PolicyArn)
            : Change(step, request.RoleName, new DetachRolePolicyResponse(), role => role with
            {
                AttachedPolicies = role.AttachedPolicies.Where(arn => arn != request.PolicyArn).ToList(),
            });

    internal static Outcome<ListAttachedRolePoliciesResponse> ListAttachedRolePolicies(Step step, ListAttachedRolePoliciesRequest request)
    {
        if (IamRoles.Find(step, request.RoleName) is not { } role)
        {
            return IamRoles.Unknown(request.RoleName);
        }

        var page = IamPage.Of(
            role.AttachedPolicies.Select(arn => new AttachedPolicy { PolicyArn = arn, PolicyName = arn[(arn.LastIndexOf('/') + 1)..] }),
            policy => policy.PolicyName!,
            request.Marker,
            request.MaxItems);
        return new ListAttachedRolePoliciesResponse { AttachedPolicies = page.Items, IsTruncated = page.IsTruncated, Marker = page.Marker };
    }

    private static Refusal UnknownInline(string policyName) => new("NoSuchEntity", $"The role policy with name {policyName} cannot be found.");
}
