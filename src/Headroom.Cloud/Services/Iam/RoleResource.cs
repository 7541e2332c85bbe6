using System.Text.Json.Nodes;
using Headroom.Cloud.Kernel;
using Headroom.Wire.Shapes.Iam;

namespace Headroom.Cloud.Services.Iam;

/// <summary>AWS::IAM::Role (https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-iam-role.html).</summary>
internal static class RoleResource
{
    internal static ResourceType Type { get; } = new("AWS::IAM::Role", Create, Update, Delete)
    {
        ReplacedBy = new HashSet<string> { "RoleName", "Path" },
    };

    private static ResourceProgress Create(ResourceRequest request) => ResourceProperties.Read<RoleProperties>(request.Properties, role =>
    {
        var name = role.RoleName ?? request.GeneratedName();
        return request.Call<CreateRoleRequest, CreateRoleResponse>("iam", "CreateRole", new()
        {
            RoleName = name,
            Path = role.Path,
            AssumeRolePolicyDocument = role.AssumeRolePolicyDocument.ToJsonString(),
            Description = role.Description,
            MaxSessionDuration = role.MaxSessionDuration,
            PermissionsBoundary = role.PermissionsBoundary,
            Tags = AllTags(request, role),
        }) switch
        {
            Outcome<CreateRoleResponse>.Answered { Response.Role: var made } =>
                ResourceProgress.All(
                    "Iam", RolePolicyCalls.Change(request, name, new(role.AssumeRolePolicyDocument), role), () => Done(name, made.Arn, made.RoleId)),
            Outcome<CreateRoleResponse>.Refused refused => ResourceProgress.From("Iam", refused.Refusal),
            var other => throw new InvalidOperationException($"CreateRole cannot end so: {other}"),
        };
    });

    private static ResourceProgress Update(ResourceRequest request) => ResourceProperties.Read<RoleProperties>(request.Properties, role =>
    {
        var old = ResourceProperties.Of<RoleProperties>(request.OldProperties);
        return ResourceProgress.All(
            "Iam",
            Settings(request, old, role).Concat(RolePolicyCalls.Change(request, request.PhysicalId, old, role)),
            () => Done(IamRoles.Find(request.Step, request.PhysicalId)!));
    });

    private static ResourceProgress Delete(ResourceRequest request)
    {
        var name = request.PhysicalId;
        if (IamRoles.Find(request.Step, name) is not { } role)
        {
            return new ResourceProgress.Done(name);
        }

        // What a separate policy resource put there is left to that resource: it goes first, as it depends on the role.
        var own = ResourceProperties.Of<RoleProperties>(request.Properties);
        var none = new RoleProperties(own.AssumeRolePolicyDocument);
        var kept = own with
        {
            Policies = own.Policies?.Where(policy => role.InlinePolicies.ContainsKey(policy.PolicyName)).ToList(),
            ManagedPolicyArns = own.ManagedPolicyArns?.Where(role.AttachedPolicies.Contains).ToList(),
        };
        var calls = RolePolicyCalls.Change(request, name, kept, none).Concat(DeleteRole(request));
        return ResourceProgress.All("Iam", calls, () => new ResourceProgress.Done(name));
    }

    private static IEnumerable<Refusal?> DeleteRole(ResourceRequest request)
    {
        yield return request.Try<DeleteRoleRequest, DeleteRoleResponse>("iam", "DeleteRole", new() { RoleName = request.PhysicalId });
    }

    private static IEnumerable<Refusal?> Settings(ResourceRequest request, RoleProperties old, RoleProperties role)
    {
        var name = request.PhysicalId;
        if (!JsonNode.DeepEquals(role.AssumeRolePolicyDocument, old.AssumeRolePolicyDocument))
        {
            yield return request.Try<UpdateAssumeRolePolicyRequest, UpdateAssumeRolePolicyResponse>(
                "iam", "UpdateAssumeRolePolicy", new() { RoleName = name, PolicyDocument = role.AssumeRolePolicyDocument.ToJsonString() });
        }

        if ((role.Description, role.MaxSessionDuration) != (old.Description, old.MaxSessionDuration))
        {
            yield return request.Try<UpdateRoleRequest, UpdateRoleResponse>(
                "iam", "UpdateRole", new() { RoleName = name, Description = role.Description ?? "", MaxSessionDuration = role.MaxSessionDuration ?? 3600 });
        }

        if (role.PermissionsBoundary != old.PermissionsBoundary)
        {
            yield return role.PermissionsBoundary is { } boundary
                ? request.Try<PutRolePermissionsBoundaryRequest, PutRolePermissionsBoundaryResponse>(
                    "iam", "PutRolePermissionsBoundary", new() { RoleName = name, PermissionsBoundary = boundary })
                : request.Try<DeleteRolePermissionsBoundaryRequest, DeleteRolePermissionsBoundaryResponse>(
                    "iam", "DeleteRolePermissionsBoundary", new() { RoleName = name });
        }

        var tags = AllTags(request, role);
        var gone = (IamRoles.Find(request.Step, name)?.Tags ?? []).Select(tag => tag.Key).Except(tags.Select(tag => tag.Key)).ToList();
        if (gone.Count > 0)
        {
            yield return request.Try<UntagRoleRequest, UntagRoleResponse>("iam", "UntagRole", new() { RoleName = name, TagKeys = gone });
        }

        yield return request.Try<TagRoleRequest, TagRoleResponse>("iam", "TagRole", new() { RoleName = name, Tags = tags });
    }

    // A stack's tags reach its roles; the resource's own win.
    private static List<Tag> AllTags(ResourceRequest request, RoleProperties role)
    {
        IReadOnlyList<Tag> own = role.Tags ?? [];
        var inherited = request.StackTags.Where(tag => !tag.Key.StartsWith("aws:", StringComparison.Ordinal) && own.All(mine => mine.Key != tag.Key));
        return [.. own, .. inherited.Select(tag => new Tag { Key = tag.Key, Value = tag.Value })];
    }

    private static ResourceProgress.Done Done(StoredRole role) => Done(role.RoleName, role.Arn, role.RoleId);

    private static ResourceProgress.Done Done(string name, string arn, string roleId) =>
        new(name, new Dictionary<string, JsonNode?> { ["Arn"] = arn, ["RoleId"] = roleId });
}

/// <summary>The properties of AWS::IAM::Role.</summary>
internal sealed record RoleProperties(JsonObject AssumeRolePolicyDocument)
{
    public string? Description { get; init; }

    public IReadOnlyList<string>? ManagedPolicyArns { get; init; }

    public int? MaxSessionDuration { get; init; }

    public string? Path { get; init; }

    public string? PermissionsBoundary { get; init; }

    public IReadOnlyList<InlinePolicy>? Policies { get; init; }

    public string? RoleName { get; init; }

    public IReadOnlyList<Tag>? Tags { get; init; }
}

/// <summary>An inline policy in a template.</summary>
internal sealed record InlinePolicy(string PolicyName, JsonObject PolicyDocument);
