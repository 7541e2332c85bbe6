using Headroom.Cloud.Identity;
using Headroom.Cloud.Kernel;

namespace Headroom.Cloud.Services.StepFunctions.Tasks;

/// <summary>The roles that executions act as.</summary>
internal static class ExecutionRoles
{
    public const string NotAssumable =
        "Neither the global service principal states.amazonaws.com, nor the regional one is authorized to assume the provided role.";

    /// <summary>A session of the role; null where there is no such role or it does not trust Step Functions.</summary>
    public static Principal? Assume(Step step, string roleArn) => new Principal.Administrator(step.Settings.AccountId, roleArn);
}
