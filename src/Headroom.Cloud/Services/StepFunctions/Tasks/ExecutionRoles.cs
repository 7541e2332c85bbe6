using Headroom.Cloud.Identity;
using Headroom.Cloud.Kernel;

namespace Headroom.Cloud.Services.StepFunctions.Tasks;

/// <summary>The roles that executions act as.</summary>
internal static class ExecutionRoles
{
    public const string NotAssumable =
        "Neither the global service principal states.amazonaws.com, nor the regional one is authorized to assume the provided role.";

    public const string Service = "states.amazonaws.com";
    private const int SessionNameLength = 32;

    /// <summary>A session of the role; null where there is no such role or it does not trust Step Functions.</summary>
    /// <param name="step">The running step.</param>
    /// <param name="roleArn">The role.</param>
    /// <param name="stateMachineArn">The machine that acts, which the role's trust policy may ask for.</param>
    public static Principal? Assume(Step step, string roleArn, string stateMachineArn) =>
        RoleSessions.Assume(step, roleArn, Service, step.Ids.NextHex(SessionNameLength), stateMachineArn) is Outcome<Principal.AssumedRole>.Answered session
            ? session.Response
            : null;
}
