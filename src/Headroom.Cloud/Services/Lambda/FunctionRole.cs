using Headroom.Cloud.Identity;
using Headroom.Cloud.Kernel;

namespace Headroom.Cloud.Services.Lambda;

/// <summary>The execution role: who the function is, and who Lambda is when it writes its logs or sends its failures on.</summary>
internal static class FunctionRole
{
    internal const string Lambda = "lambda.amazonaws.com";

    // As long as Lambda's own: a role's MaxSessionDuration does not bind the services that assume it.
    private static readonly TimeSpan SessionLength = TimeSpan.FromHours(12);

    /// <summary>How old an environment's credentials may be when it is given another event.</summary>
    internal static readonly TimeSpan CredentialsFreshFor = TimeSpan.FromHours(11);

    /// <summary>Whether the caller may give the function this role, and Lambda may take it on; else why not.</summary>
    internal static Refusal? Fault(Step step, string roleArn, FunctionReference function) =>
        RoleSessions.DenyPass(step, roleArn, Lambda) ?? (Assume(step, roleArn, function) is null ? LambdaRefusals.CannotBeAssumed : null);

    /// <summary>Credentials of a new session; null where the role does not exist or does not trust Lambda.</summary>
    internal static IssuedCredentials? Issue(Step step, string roleArn, FunctionReference function) =>
        Assume(step, roleArn, function) is { } session ? Credentials.Issue(step, session, SessionLength) : null;

    /// <summary>The role's session as a caller.</summary>
    internal static Principal Session(Step step, string roleArn, string functionName) =>
        new Principal.AssumedRole(step.Settings.AccountId, roleArn[(roleArn.LastIndexOf('/') + 1)..], roleArn, functionName);

    private static Principal.AssumedRole? Assume(Step step, string roleArn, FunctionReference function) =>
        RoleSessions.Assume(step, roleArn, Lambda, function.Name, function.Arn(step.Settings)) is Outcome<Principal.AssumedRole>.Answered answered
            ? answered.Response
            : null;
}
