using Headroom.Cloud.Kernel;
using Headroom.Wire.Shapes.Iam;

namespace Headroom.Cloud.Services.Iam;

/// <summary>Managed policies.</summary>
internal static partial class IamOperations
{
    internal static Outcome<CreatePolicyResponse> CreatePolicy(Step step, CreatePolicyRequest request)
    {
        var path = request.Path ?? "/";
        var arn = step.Settings.GlobalArn("iam", $"policy{path}{request.PolicyName}");
        if (step.Table(IamState.Policies).All.Any(policy => policy.PolicyName == request.PolicyName))
        {
            return new Refusal("EntityAlreadyExists", $"A policy called {request.PolicyName} already exists. Duplicate names are not allowed.");
        }

        if (PolicyChecks.Identity(request.PolicyDocument) is { } malformed)
        {
            return malformed;
        }

        var first = new PolicyVersion { Document = request.PolicyDocument, VersionId = "v1", IsDefaultVersion = true, CreateDate = step.Now };
        var policy = new StoredPolicy(
            request.PolicyName,
            path,
            "ANPA" + step.Ids.NextBase32(17),
            arn,
            new Dictionary<string, PolicyVersion> { ["v1"] = first },
            "v1",
            step.Now,
            step.Now)
        {
            Description = request.Description,
            Tags = request.Tags ?? [],
        };
        step.Table(IamState.Policies).Put(arn, policy);
        return new CreatePolicyResponse { Policy = Shown(step, policy) };
    }

    internal static Outcome<GetPolicyResponse> GetPolicy(Step step, GetPolicyRequest request) => Describe(step, request.PolicyArn) is { } policy
        ? new GetPolicyResponse { Policy = policy }
        : ManagedPolicies.Unknown(request.PolicyArn);

    internal static Outcome<ListPoliciesResponse> ListPolicies(Step step, ListPoliciesRequest request)
    {
        var own = step.Table(IamState.Policies).All.Select(policy => policy.Arn);
        var aws = AwsManagedPolicies.Names.Select(AwsManagedPolicies.Arn);
        var arns = request.Scope switch
        {
            "Local" => own,
            "AWS" => aws,
            _ => own.Concat(aws),
        };
        var page = IamPage.Of(
            arns.Select(arn => Describe(step, arn)!)
                .Where(policy => policy.Path!.StartsWith(request.PathPrefix ?? "/", StringComparison.Ordinal))
                .Where(policy => request.OnlyAttached != true || policy.AttachmentCount > 0),
            policy => policy.Arn!,
            request.Marker,
            request.MaxItems);
        return new ListPoliciesResponse { Policies = page.Items, IsTruncated = page.IsTruncated, Marker = page.Marker };
    }

    internal static Outcome<DeletePolicyResponse> DeletePolicy(Step step, DeletePolicyRequest request)
    {
        switch (step.Table(IamState.Policies).Find(request.PolicyArn))
        {
            case null:
                return ManagedPolicies.Unknown(request.PolicyArn);
            case var policy when ManagedPolicies.AttachmentCount(step, policy.Arn) > 0:
                return new Refusal("DeleteConflict", "Cannot delete a policy attached to entities.");
            case { Versions.Count: > 1 }:
                return new Refusal(
                    "DeleteConflict",
                    "This policy has more than one version. Before you delete a policy, you must delete the policy's versions.");
            default:
                step.Table(IamState.Policies).Remove(request.PolicyArn);
                return new DeletePolicyResponse();
        }
    }

    private static Policy? Describe(Step step, string policyArn)
    {
        if (AwsManagedPolicies.Find(policyArn) is null)
        {
            return step.Table(IamState.Policies).Find(policyArn) is { } policy ? Shown(step, policy) : null;
        }

        var name = policyArn.Split(":policy/")[1];
        var cut = name.LastIndexOf('/') + 1;
        return new()
        {
            PolicyName = name[cut..],
            Path = "/" + name[..cut],
            Arn = policyArn,
            DefaultVersionId = "v1",
            AttachmentCount = ManagedPolicies.AttachmentCount(step, policyArn),
            IsAttachable = true,
        };
    }

    private static Policy Shown(Step step, StoredPolicy policy) => new()
    {
        PolicyName = policy.PolicyName,
        PolicyId = policy.PolicyId,
        Arn = policy.Arn,
        Path = policy.Path,
        DefaultVersionId = policy.DefaultVersionId,
        AttachmentCount = ManagedPolicies.AttachmentCount(step, policy.Arn),
        PermissionsBoundaryUsageCount = step.Table(IamState.Roles).All.Count(role => role.PermissionsBoundary == policy.Arn),
        IsAttachable = true,
        Description = policy.Description,
        CreateDate = policy.CreateDate,
        UpdateDate = policy.UpdateDate,
        Tags = policy.Tags.Count > 0 ? policy.Tags : null,
    };
}
