using Headroom.Cloud.Identity;
using Headroom.Cloud.Kernel;
using Headroom.Wire.Shapes.Sts;

namespace Headroom.Cloud.Services.Lambda;

/// <summary>The execution role: who the function is, and who Lambda is when it writes its logs or sends its failures on.</summary>
internal static class FunctionRole
{
    private const int SessionSeconds = 12 * 60 * 60;

    /// <summary>How old an environment's credentials may be when it is given another event.</summary>
    internal static readonly TimeSpan CredentialsFreshFor = TimeSpan.FromHours(11);

    /// <summary>A session's credentials; null where the role does not exist or does not trust Lambda.</summary>
    internal static Credentials? Assume(Step step, string roleArn, FunctionReference function)
    {
        var lambda = new Principal.AwsService("lambda.amazonaws.com", function.Arn(step.Settings));
        var request = new AssumeRoleRequest { RoleArn = roleArn, RoleSessionName = function.Name, DurationSeconds = SessionSeconds };
        return step.CallAs<AssumeRoleRequest, AssumeRoleResponse>(lambda, "sts", "AssumeRole", request) is Outcome<AssumeRoleResponse>.Answered answered
            ? answered.Response.Credentials
            : null;
    }

    /// <summary>The role's session as a caller.</summary>
    internal static Principal Session(Step step, string roleArn, string functionName) =>
        new Principal.AssumedRole(step.Settings.AccountId, new Arn("aws", "iam", "", "", roleArn).Name, roleArn, functionName);
}
