using Headroom.Cloud.Kernel;
using Headroom.Cloud.Services.Iam;
using Headroom.Wire.Shapes.Sts;

namespace Headroom.Cloud.Services.Sts;

/// <summary>AWS Security Token Service.</summary>
public static class StsService
{
    /// <summary>The room.</summary>
    public static ServiceRoom Room { get; } = new("sts",
    [
        Operation.Of<AssumeRoleRequest, AssumeRoleResponse>("AssumeRole", StsOperations.AssumeRole, (_, request) => request.RoleArn, TrustPolicy),

        // "No permissions are required to perform this operation": neither for GetCallerIdentity nor for GetSessionToken.
        Operation.Of<GetCallerIdentityRequest, GetCallerIdentityResponse>("GetCallerIdentity", StsOperations.GetCallerIdentity, policies: ForEveryone),
        Operation.Of<GetSessionTokenRequest, GetSessionTokenResponse>("GetSessionToken", StsOperations.GetSessionToken, policies: ForEveryone),
    ]);

    // A trust policy that names the caller itself suffices; one that names the account leaves it to the caller's own policies.
    private static IReadOnlyList<string> TrustPolicy(Step step, AssumeRoleRequest request) =>
        IamRoles.FindByArn(step, request.RoleArn) is { } role ? [role.AssumeRolePolicyDocument] : [];

    private static IReadOnlyList<string> ForEveryone<T>(Step step, T request) =>
        ["""{"Statement":{"Effect":"Allow","Principal":"*","Action":["sts:GetCallerIdentity","sts:GetSessionToken"]}}"""];
}
