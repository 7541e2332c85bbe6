using Headroom.Cloud.Kernel;
using Headroom.Wire.Shapes.Iam;

namespace Headroom.Cloud.Services.Iam;

/// <summary>Versions of managed policies.</summary>
internal static partial class IamOperations
{
    private const int MostVersions = 5;

    internal static Outcome<CreatePolicyVersionResponse> CreatePolicyVersion(Step step, CreatePolicyVersionRequest request)
    {
        if (step.Table(IamState.Policies).Find(request.PolicyArn) is not { } policy)
        {
            return ManagedPolicies.Unknown(request.PolicyArn);
        }

        if (PolicyChecks.Identity(request.PolicyDocument) is { } malformed)
        {
            return malformed;
        }

        if (policy.Versions.Count == MostVersions)
        {
            return new Refusal(
                "LimitExceeded",
                $"A managed policy can have up to {MostVersions} versions. Before you create a new version, you must delete an existing version.");
        }

        var isDefault = request.SetAsDefault == true;
        var id = $"v{policy.VersionsMade + 1}";
        var made = new PolicyVersion { Document = request.PolicyDocument, VersionId = id, IsDefaultVersion = isDefault, CreateDate = step.Now };
        var versions = isDefault
            ? policy.Versions.ToDictionary(version => version.Key, version => version.Value with { IsDefaultVersion = false })
            : policy.Versions.ToDictionary();
        versions[id] = made;
        step.Table(IamState.Policies).Put(policy.Arn, policy with
        {
            Versions = versions,
            VersionsMade = policy.VersionsMade + 1,
            DefaultVersionId = isDefault ? id : policy.DefaultVersionId,
            UpdateDate = step.Now,
        });
        return new CreatePolicyVersionResponse { PolicyVersion = made with { Document = null } };
    }

    internal static Outcome<DeletePolicyVersionResponse> DeletePolicyVersion(Step step, DeletePolicyVersionRequest request)
    {
        switch (step.Table(IamState.Policies).Find(request.PolicyArn))
        {
            case null:
                return ManagedPolicies.Unknown(request.PolicyArn);
            case var policy when policy.DefaultVersionId == request.VersionId:
                return new Refusal("DeleteConflict", "Cannot delete the default version of a policy.");
            case var policy when !policy.Versions.ContainsKey(request.VersionId):
                return UnknownVersion(request.PolicyArn, request.VersionId);
            case var policy:
                var versions = policy.Versions.Where(version => version.Key != request.VersionId).ToDictionary();
                step.Table(IamState.Policies).Put(policy.Arn, policy with { Versions = versions });
                return new DeletePolicyVersionResponse();
        }
    }

    internal static Outcome<GetPolicyVersionResponse> GetPolicyVersion(Step step, GetPolicyVersionRequest request) =>
        Versions(step, request.PolicyArn) switch
        {
            null => ManagedPolicies.Unknown(request.PolicyArn),
            var versions when versions.FirstOrDefault(version => version.VersionId == request.VersionId) is { } found =>
                new GetPolicyVersionResponse { PolicyVersion = found with { Document = Encoded(found.Document!) } },
            _ => UnknownVersion(request.PolicyArn, request.VersionId),
        };

    internal static Outcome<ListPolicyVersionsResponse> ListPolicyVersions(Step step, ListPolicyVersionsRequest request)
    {
        if (Versions(step, request.PolicyArn) is not { } versions)
        {
            return ManagedPolicies.Unknown(request.PolicyArn);
        }

        var page = IamPage.Of(versions, version => version.VersionId!, request.Marker, request.MaxItems);
        return new ListPolicyVersionsResponse
        {
            Versions = page.Items.Select(version => version with { Document = null }).ToList(),
            IsTruncated = page.IsTruncated,
            Marker = page.Marker,
        };
    }

    private static List<PolicyVersion>? Versions(Step step, string policyArn) => AwsManagedPolicies.Find(policyArn) is { } document
        ? [new() { Document = document, VersionId = "v1", IsDefaultVersion = true, CreateDate = DateTimeOffset.UnixEpoch }]
        : step.Table(IamState.Policies).Find(policyArn)?.Versions.Values.ToList();

    private static Refusal UnknownVersion(string policyArn, string versionId) =>
        new("NoSuchEntity", $"Policy {policyArn} version {versionId} does not exist or is not attachable.");
}
