using Headroom.Cloud.Kernel;
using Headroom.Wire.Shapes.Iam;

namespace Headroom.Cloud.Services.Iam;

/// <summary>Roles.</summary>
internal static partial class IamOperations
{
    internal static Outcome<CreateRoleResponse> CreateRole(Step step, CreateRoleRequest request)
    {
        var path = request.Path ?? "/";
        if (IamRoles.Find(step, request.RoleName) is not null)
        {
            return new Refusal("EntityAlreadyExists", $"Role with name {request.RoleName} already exists.");
        }

        if (PolicyChecks.Trust(request.AssumeRolePolicyDocument) is { } malformed)
        {
            return malformed;
        }

        if (request.PermissionsBoundary is { } boundary && ManagedPolicies.DocumentOf(step, boundary) is null)
        {
            return ManagedPolicies.Unknown(boundary);
        }

        var role = new StoredRole(
            request.RoleName,
            path,
            "AROA" + step.Ids.NextBase32(17),
            step.Settings.GlobalArn("iam", $"role{path}{request.RoleName}"),
            request.AssumeRolePolicyDocument,
            step.Now)
        {
            Description = request.Description,
            MaxSessionDuration = request.MaxSessionDuration ?? 3600,
            PermissionsBoundary = request.PermissionsBoundary,
            Tags = request.Tags ?? [],
        };
        step.Table(IamState.Roles).Put(role.RoleName, role);
        return new CreateRoleResponse { Role = Shown(role) };
    }

    internal static Outcome<GetRoleResponse> GetRole(Step step, GetRoleRequest request) =>
        IamRoles.Find(step, request.RoleName) is { } role ? new GetRoleResponse { Role = Shown(role) } : IamRoles.Unknown(request.RoleName);

    internal static Outcome<ListRolesResponse> ListRoles(Step step, ListRolesRequest request)
    {
        var prefix = request.PathPrefix ?? "/";
        var page = IamPage.Of(
            step.Table(IamState.Roles).All.Where(role => role.Path.StartsWith(prefix, StringComparison.Ordinal)),
            role => role.RoleName,
            request.Marker,
            request.MaxItems);
        return new ListRolesResponse { Roles = page.Items.Select(Shown).ToList(), IsTruncated = page.IsTruncated, Marker = page.Marker };
    }

    internal static Outcome<UpdateRoleResponse> UpdateRole(Step step, UpdateRoleRequest request) =>
        Change(step, request.RoleName, new UpdateRoleResponse(), role => role with
        {
            Description = request.Description ?? role.Description,
            MaxSessionDuration = request.MaxSessionDuration ?? role.MaxSessionDuration,
        });

    internal static Outcome<UpdateAssumeRolePolicyResponse> UpdateAssumeRolePolicy(Step step, UpdateAssumeRolePolicyRequest request) =>
        PolicyChecks.Trust(request.PolicyDocument) is { } malformed
            ? malformed
            : Change(step, request.RoleName, new UpdateAssumeRolePolicyResponse(), role => role with { AssumeRolePolicyDocument = request.PolicyDocument });

    internal static Outcome<PutRolePermissionsBoundaryResponse> PutRolePermissionsBoundary(Step step, PutRolePermissionsBoundaryRequest request) =>
        ManagedPolicies.DocumentOf(step, request.PermissionsBoundary) is null
            ? ManagedPolicies.Unknown(request.PermissionsBoundary)
            : Change(step, request.RoleName, new PutRolePermissionsBoundaryResponse(), role => role with { PermissionsBoundary = request.PermissionsBoundary });

    internal static Outcome<DeleteRolePermissionsBoundaryResponse> DeleteRolePermissionsBoundary(
        Step step, DeleteRolePermissionsBoundaryRequest request) =>
        Change(step, request.RoleName, new DeleteRolePermissionsBoundaryResponse(), role => role with { PermissionsBoundary = null });

    internal static Outcome<TagRoleResponse> TagRole(Step step, TagRoleRequest request) =>
        Change(step, request.RoleName, new TagRoleResponse(), role => role with
        {
            Tags = [.. role.Tags.ExceptBy(request.Tags.Select(tag => tag.Key), tag => tag.Key), .. request.Tags],
        });

    internal static Outcome<UntagRoleResponse> UntagRole(Step step, UntagRoleRequest request) =>
        Change(step, request.RoleName, new UntagRoleResponse(), role => role with { Tags = role.Tags.ExceptBy(request.TagKeys, tag => tag.Key).ToList() });

    internal static Outcome<DeleteRoleResponse> DeleteRole(Step step, DeleteRoleRequest request)
    {
        switch (IamRoles.Find(step, request.RoleName))
        {
            case null:
                return IamRoles.Unknown(request.RoleName);
            case { AttachedPolicies.Count: > 0 }:
                return new Refusal("DeleteConflict", "Cannot delete entity, must detach all policies first.");
            case { InlinePolicies.Count: > 0 }:
                return new Refusal("DeleteConflict", "Cannot delete entity, must delete policies first.");
            default:
                step.Table(IamState.Roles).Remove(request.RoleName);
                return new DeleteRoleResponse();
        }
    }

    private static Outcome<T> Change<T>(Step step, string roleName, T response, Func<StoredRole, StoredRole> change)
    {
        if (IamRoles.Find(step, roleName) is not { } role)
        {
            return IamRoles.Unknown(roleName);
        }

        step.Table(IamState.Roles).Put(roleName, change(role));
        return response;
    }

    private static Role Shown(StoredRole role) => new()
    {
        Path = role.Path,
        RoleName = role.RoleName,
        RoleId = role.RoleId,
        Arn = role.Arn,
        CreateDate = role.CreateDate,
        AssumeRolePolicyDocument = Encoded(role.AssumeRolePolicyDocument),
        Description = role.Description,
        MaxSessionDuration = role.MaxSessionDuration,
        PermissionsBoundary = role.PermissionsBoundary is { } arn
            ? new() { PermissionsBoundaryType = "Policy", PermissionsBoundaryArn = arn }
            : null,
        Tags = role.Tags.Count > 0 ? role.Tags : null,
    };

    // IAM answers policy documents URL-encoded (RFC 3986); clients decode them.
    private static string Encoded(string document) => Uri.EscapeDataString(document);
}
