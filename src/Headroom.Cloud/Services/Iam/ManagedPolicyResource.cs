using System.Text.Json.Nodes;
using Headroom.Cloud.Kernel;
using Headroom.Wire.Shapes.Iam;

namespace Headroom.Cloud.Services.Iam;

/// <summary>AWS::IAM::ManagedPolicy (https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-iam-managedpolicy.html).</summary>
internal static class ManagedPolicyResource
{
    internal static ResourceType Type { get; } = new("AWS::IAM::ManagedPolicy", Create, Update, Delete)
    {
        ReplacedBy = new HashSet<string> { "ManagedPolicyName", "Path", "Description" },
    };

    private static ResourceProgress Create(ResourceRequest request) => ResourceProperties.Read<ManagedPolicyProperties>(request.Properties, policy =>
        request.Call<CreatePolicyRequest, CreatePolicyResponse>("iam", "CreatePolicy", new()
        {
            PolicyName = policy.ManagedPolicyName ?? request.GeneratedName(128),
            Path = policy.Path,
            Description = policy.Description,
            PolicyDocument = policy.PolicyDocument.ToJsonString(),
        }) switch
        {
            Outcome<CreatePolicyResponse>.Answered { Response.Policy: { } made } =>
                ResourceProgress.All("Iam", Attach(request, made.Arn!, policy.Roles ?? []), () => Done(made.Arn!)),
            Outcome<CreatePolicyResponse>.Refused refused => ResourceProgress.From("Iam", refused.Refusal),
            var other => throw new InvalidOperationException($"CreatePolicy cannot end so: {other}"),
        });

    private static ResourceProgress Update(ResourceRequest request) => ResourceProperties.Read<ManagedPolicyProperties>(request.Properties, policy =>
    {
        var old = ResourceProperties.Of<ManagedPolicyProperties>(request.OldProperties);
        var arn = request.PhysicalId;
        var calls = (JsonNode.DeepEquals(old.PolicyDocument, policy.PolicyDocument) ? [] : NewVersion(request, policy.PolicyDocument))
            .Concat(Attach(request, arn, (policy.Roles ?? []).Except(old.Roles ?? [])))
            .Concat(Detach(request, arn, (old.Roles ?? []).Except(policy.Roles ?? [])));
        return ResourceProgress.All("Iam", calls, () => Done(arn));
    });

    private static ResourceProgress Delete(ResourceRequest request)
    {
        var arn = request.PhysicalId;
        var holders = request.Step.Table(IamState.Roles).All.Where(role => role.AttachedPolicies.Contains(arn)).Select(role => role.RoleName).ToList();
        return ResourceProgress.All("Iam", Detach(request, arn, holders).Concat(DeletePolicy(request)), () => new ResourceProgress.Done(arn));
    }

    // As CloudFormation does: the new version is the default, and the oldest goes where there would be too many.
    private static IEnumerable<Refusal?> NewVersion(ResourceRequest request, JsonObject document)
    {
        foreach (var version in OldVersions(request))
        {
            yield return request.Try<DeletePolicyVersionRequest, DeletePolicyVersionResponse>(
                "iam", "DeletePolicyVersion", new() { PolicyArn = request.PhysicalId, VersionId = version });
        }

        yield return request.Try<CreatePolicyVersionRequest, CreatePolicyVersionResponse>(
            "iam", "CreatePolicyVersion", new() { PolicyArn = request.PhysicalId, PolicyDocument = document.ToJsonString(), SetAsDefault = true });
    }

    private static IEnumerable<Refusal?> DeletePolicy(ResourceRequest request)
    {
        if (request.Step.Table(IamState.Policies).Find(request.PhysicalId) is null)
        {
            yield break;
        }

        foreach (var version in OldVersions(request))
        {
            yield return request.Try<DeletePolicyVersionRequest, DeletePolicyVersionResponse>(
                "iam", "DeletePolicyVersion", new() { PolicyArn = request.PhysicalId, VersionId = version });
        }

        yield return request.Try<DeletePolicyRequest, DeletePolicyResponse>("iam", "DeletePolicy", new() { PolicyArn = request.PhysicalId });
    }

    private static List<string> OldVersions(ResourceRequest request) =>
        request.Step.Table(IamState.Policies).Find(request.PhysicalId) is { } policy
            ? policy.Versions.Keys.Where(version => version != policy.DefaultVersionId).ToList()
            : [];

    private static IEnumerable<Refusal?> Attach(ResourceRequest request, string arn, IEnumerable<string> roles) => roles.Select(role =>
        request.Try<AttachRolePolicyRequest, AttachRolePolicyResponse>("iam", "AttachRolePolicy", new() { RoleName = role, PolicyArn = arn }));

    private static IEnumerable<Refusal?> Detach(ResourceRequest request, string arn, IEnumerable<string> roles) => roles
        .Where(role => IamRoles.Find(request.Step, role)?.AttachedPolicies.Contains(arn) == true)
        .Select(role => request.Try<DetachRolePolicyRequest, DetachRolePolicyResponse>(
            "iam", "DetachRolePolicy", new() { RoleName = role, PolicyArn = arn }));

    private static ResourceProgress.Done Done(string arn) => new(arn, new Dictionary<string, JsonNode?> { ["PolicyArn"] = arn });
}

/// <summary>The properties of AWS::IAM::ManagedPolicy.</summary>
internal sealed record ManagedPolicyProperties(JsonObject PolicyDocument)
{
    public string? ManagedPolicyName { get; init; }

    public string? Path { get; init; }

    public string? Description { get; init; }

    public IReadOnlyList<string>? Roles { get; init; }
}
