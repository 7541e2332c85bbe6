using System.Text.Json.Nodes;
using Headroom.Cloud.Kernel;
using Headroom.Wire.Shapes.Iam;

namespace Headroom.Cloud.Services.Iam;

/// <summary>
/// AWS::IAM::Policy: one inline policy put on each of its roles
/// (https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-iam-policy.html).
/// </summary>
internal static class InlinePolicyResource
{
    internal static ResourceType Type { get; } = new("AWS::IAM::Policy", Create, Update, Delete);

    private static ResourceProgress Create(ResourceRequest request) => ResourceProperties.Read<InlinePolicyProperties>(request.Properties, policy =>
        Unsupported(policy) ?? ResourceProgress.All("Iam", Put(request, policy), () => new ResourceProgress.Done(request.GeneratedName())));

    private static ResourceProgress Update(ResourceRequest request) => ResourceProperties.Read<InlinePolicyProperties>(request.Properties, policy =>
    {
        var old = ResourceProperties.Of<InlinePolicyProperties>(request.OldProperties);
        var gone = old with { Roles = old.PolicyName == policy.PolicyName ? (old.Roles ?? []).Except(policy.Roles ?? []).ToList() : old.Roles };
        return Unsupported(policy)
            ?? ResourceProgress.All("Iam", Put(request, policy).Concat(Remove(request, gone)), () => new ResourceProgress.Done(request.PhysicalId));
    });

    private static ResourceProgress Delete(ResourceRequest request) => ResourceProgress.All(
        "Iam",
        Remove(request, ResourceProperties.Of<InlinePolicyProperties>(request.Properties)),
        () => new ResourceProgress.Done(request.PhysicalId));

    private static IEnumerable<Refusal?> Put(ResourceRequest request, InlinePolicyProperties policy)
    {
        foreach (var role in policy.Roles ?? [])
        {
            yield return request.Try<PutRolePolicyRequest, PutRolePolicyResponse>(
                "iam", "PutRolePolicy", new() { RoleName = role, PolicyName = policy.PolicyName, PolicyDocument = policy.PolicyDocument.ToJsonString() });
        }
    }

    private static IEnumerable<Refusal?> Remove(ResourceRequest request, InlinePolicyProperties policy)
    {
        foreach (var role in policy.Roles ?? [])
        {
            if (IamRoles.Find(request.Step, role)?.InlinePolicies.ContainsKey(policy.PolicyName) == true)
            {
                yield return request.Try<DeleteRolePolicyRequest, DeleteRolePolicyResponse>(
                    "iam", "DeleteRolePolicy", new() { RoleName = role, PolicyName = policy.PolicyName });
            }
        }
    }

    private static ResourceProgress.Failed? Unsupported(InlinePolicyProperties policy) => policy switch
    {
        { Users.Count: > 0 } or { Groups.Count: > 0 } => new("The embedded cloud has no IAM users and groups: a policy can be put on Roles only."),
        { Roles: null or { Count: 0 } } => new("At least one of [Groups, Roles, Users] must be non-empty."),
        _ => null,
    };
}

/// <summary>The properties of AWS::IAM::Policy.</summary>
internal sealed record InlinePolicyProperties(string PolicyName, JsonObject PolicyDocument)
{
    public IReadOnlyList<string>? Roles { get; init; }

    public IReadOnlyList<string>? Users { get; init; }

    public IReadOnlyList<string>? Groups { get; init; }
}
