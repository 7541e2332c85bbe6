using Headroom.Cloud.Kernel;
using Headroom.Wire.Shapes.Iam;

namespace Headroom.Cloud.Services.Iam;

/// <summary>AWS Identity and Access Management: roles and policies.</summary>
public static class IamService
{
    /// <summary>The room.</summary>
    public static ServiceRoom Room { get; } = new("iam",
    [
        Operation.Of<CreateRoleRequest, CreateRoleResponse>(
            "CreateRole", IamOperations.CreateRole, (step, request) => IamRoles.Arn(step, request.RoleName, request.Path ?? "/")),
        Operation.Of<GetRoleRequest, GetRoleResponse>("GetRole", IamOperations.GetRole, (step, request) => IamRoles.Arn(step, request.RoleName)),
        Operation.Of<ListRolesRequest, ListRolesResponse>("ListRoles", IamOperations.ListRoles, (step, _) => Any(step, "role")),
        Operation.Of<UpdateRoleRequest, UpdateRoleResponse>("UpdateRole", IamOperations.UpdateRole, (step, request) => IamRoles.Arn(step, request.RoleName)),
        Operation.Of<UpdateAssumeRolePolicyRequest, UpdateAssumeRolePolicyResponse>(
            "UpdateAssumeRolePolicy", IamOperations.UpdateAssumeRolePolicy, (step, request) => IamRoles.Arn(step, request.RoleName)),
        Operation.Of<PutRolePermissionsBoundaryRequest, PutRolePermissionsBoundaryResponse>(
            "PutRolePermissionsBoundary", IamOperations.PutRolePermissionsBoundary, (step, request) => IamRoles.Arn(step, request.RoleName)),
        Operation.Of<DeleteRolePermissionsBoundaryRequest, DeleteRolePermissionsBoundaryResponse>(
            "DeleteRolePermissionsBoundary", IamOperations.DeleteRolePermissionsBoundary, (step, request) => IamRoles.Arn(step, request.RoleName)),
        Operation.Of<TagRoleRequest, TagRoleResponse>("TagRole", IamOperations.TagRole, (step, request) => IamRoles.Arn(step, request.RoleName)),
        Operation.Of<UntagRoleRequest, UntagRoleResponse>("UntagRole", IamOperations.UntagRole, (step, request) => IamRoles.Arn(step, request.RoleName)),
        Operation.Of<DeleteRoleRequest, DeleteRoleResponse>("DeleteRole", IamOperations.DeleteRole, (step, request) => IamRoles.Arn(step, request.RoleName)),
        Operation.Of<CreateServiceLinkedRoleRequest, CreateServiceLinkedRoleResponse>(
            "CreateServiceLinkedRole", IamOperations.CreateServiceLinkedRole, (step, request) => Any(step, $"role/aws-service-role/{request.AWSServiceName}/")),

        Operation.Of<PutRolePolicyRequest, PutRolePolicyResponse>(
            "PutRolePolicy", IamOperations.PutRolePolicy, (step, request) => IamRoles.Arn(step, request.RoleName)),
        Operation.Of<GetRolePolicyRequest, GetRolePolicyResponse>(
            "GetRolePolicy", IamOperations.GetRolePolicy, (step, request) => IamRoles.Arn(step, request.RoleName)),
        Operation.Of<ListRolePoliciesRequest, ListRolePoliciesResponse>(
            "ListRolePolicies", IamOperations.ListRolePolicies, (step, request) => IamRoles.Arn(step, request.RoleName)),
        Operation.Of<DeleteRolePolicyRequest, DeleteRolePolicyResponse>(
            "DeleteRolePolicy", IamOperations.DeleteRolePolicy, (step, request) => IamRoles.Arn(step, request.RoleName)),
        Operation.Of<AttachRolePolicyRequest, AttachRolePolicyResponse>(
            "AttachRolePolicy", IamOperations.AttachRolePolicy, (step, request) => IamRoles.Arn(step, request.RoleName)),
        Operation.Of<DetachRolePolicyRequest, DetachRolePolicyResponse>(
            "DetachRolePolicy", IamOperations.DetachRolePolicy, (step, request) => IamRoles.Arn(step, request.RoleName)),
        Operation.Of<ListAttachedRolePoliciesRequest, ListAttachedRolePoliciesResponse>(
            "ListAttachedRolePolicies", IamOperations.ListAttachedRolePolicies, (step, request) => IamRoles.Arn(step, request.RoleName)),

        Operation.Of<CreatePolicyRequest, CreatePolicyResponse>(
            "CreatePolicy", IamOperations.CreatePolicy, (step, request) => step.Settings.GlobalArn("iam", $"policy{request.Path ?? "/"}{request.PolicyName}")),
        Operation.Of<CreatePolicyVersionRequest, CreatePolicyVersionResponse>(
            "CreatePolicyVersion", IamOperations.CreatePolicyVersion, (_, request) => request.PolicyArn),
        Operation.Of<DeletePolicyVersionRequest, DeletePolicyVersionResponse>(
            "DeletePolicyVersion", IamOperations.DeletePolicyVersion, (_, request) => request.PolicyArn),
        Operation.Of<GetPolicyRequest, GetPolicyResponse>("GetPolicy", IamOperations.GetPolicy, (_, request) => request.PolicyArn),
        Operation.Of<GetPolicyVersionRequest, GetPolicyVersionResponse>(
            "GetPolicyVersion", IamOperations.GetPolicyVersion, (_, request) => request.PolicyArn),
        Operation.Of<ListPolicyVersionsRequest, ListPolicyVersionsResponse>(
            "ListPolicyVersions", IamOperations.ListPolicyVersions, (_, request) => request.PolicyArn),
        Operation.Of<ListPoliciesRequest, ListPoliciesResponse>("ListPolicies", IamOperations.ListPolicies, (step, _) => Any(step, "policy")),
        Operation.Of<DeletePolicyRequest, DeletePolicyResponse>("DeletePolicy", IamOperations.DeletePolicy, (_, request) => request.PolicyArn),
    ])
    {
        ResourceTypes = IamResources.All,
    };

    private static string Any(Step step, string kind) => step.Settings.GlobalArn("iam", $"{kind}/*");
}
