using Headroom.Cloud.Identity.Policies;
using Headroom.Cloud.Kernel;
using Headroom.Cloud.Services.Iam;

namespace Headroom.Cloud.Identity;

/// <summary>
/// Decides by the policies of roles and resources, all of one account:
/// <list type="table">
/// <item><term>administrator, service-linked role</term><description>may</description></item>
/// <item><term>AWS service for itself</term><description>what a resource policy allows it</description></item>
/// <item><term>session of a role</term><description>
/// what its own or the resource's policy allows, within its permissions boundary, and none denies
/// </description></item>
/// </list>
/// </summary>
public sealed class PolicyAuthorizer : IAuthorizer
{
    /// <inheritdoc/>
    public string? Deny(Step step, Principal principal, AccessRequest request) => principal switch
    {
        Principal.Administrator or Principal.ServiceLinkedRole => null,
        Principal.AwsService => DenyService(step, principal, request),
        Principal.AssumedRole role => DenyRole(step, role, request),
        _ => throw new InvalidOperationException($"A principal of an unknown kind: {principal.GetType().Name}"),
    };

    private static string? DenyService(Step step, Principal service, AccessRequest request)
    {
        var question = Question(step, service, request);
        return PolicyEvaluation.Resource(ResourcePolicies(request), service, question) switch
        {
            Verdict.Allowed => null,
            Verdict.Denied => Denials.Explicit(service, question, "a resource-based policy"),
            _ => Denials.NoneAllows(service, question, "resource-based policy"),
        };
    }

    private static string? DenyRole(Step step, Principal.AssumedRole role, AccessRequest request)
    {
        var question = Question(step, role, request);
        var resource = PolicyEvaluation.Resource(ResourcePolicies(request), role, question);
        var identity = PolicyEvaluation.Identity(RolePolicies.Of(step, role.RoleName), question);
        if (resource == Verdict.Denied || identity == Verdict.Denied)
        {
            return Denials.Explicit(role, question, identity == Verdict.Denied ? "an identity-based policy" : "a resource-based policy");
        }

        var boundary = RolePolicies.BoundaryOf(step, role.RoleName) is { } limits ? PolicyEvaluation.Identity([limits], question) : Verdict.Allowed;
        return (identity, resource, boundary) switch
        {
            (_, _, Verdict.Denied) => Denials.Explicit(role, question, "a permissions boundary"),
            (_, Verdict.Allowed, _) or (Verdict.Allowed, _, Verdict.Allowed) => null,
            (Verdict.Allowed, _, _) => Denials.NoneAllows(role, question, "permissions boundary"),
            _ => Denials.NoneAllows(role, question, "identity-based policy"),
        };
    }

    private static IEnumerable<PolicyDocument> ResourcePolicies(AccessRequest request) => request.ResourcePolicies.Select(PolicyTexts.Document);

    private static AccessQuestion Question(Step step, Principal principal, AccessRequest request) =>
        new(request.Action, request.Resource, RequestContexts.Of(step, principal, request.Context));
}
