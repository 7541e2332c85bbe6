using Headroom.Cloud.Identity.Policies;
using Headroom.Cloud.Kernel;
using Headroom.Cloud.Services.Iam;

namespace Headroom.Cloud.Identity;

/// <summary>How anybody becomes a role: the role's trust policy decides.</summary>
internal static class RoleSessions
{
    private const string Action = "sts:AssumeRole";

    /// <summary>
    /// A service takes on a role it was given (a function's, a state machine's, a rule's).
    /// </summary>
    /// <param name="step">The running step.</param>
    /// <param name="roleArn">The role.</param>
    /// <param name="servicePrincipal">E.g. <c>lambda.amazonaws.com</c>.</param>
    /// <param name="sessionName">Shown in the session's ARN: 2 to 64 characters.</param>
    /// <param name="sourceArn">What the service acts for, which a trust policy may ask for (<c>aws:SourceArn</c>).</param>
    /// <returns>The session, or <c>AccessDenied</c>: the role does not exist or does not trust the service.</returns>
    internal static Outcome<Principal.AssumedRole> Assume(
        Step step, string roleArn, string servicePrincipal, string sessionName, string? sourceArn = null) =>
        Assume(step, new Principal.AwsService(servicePrincipal, sourceArn), roleArn, sessionName, new Dictionary<string, string>());

    /// <summary>Anybody takes on a role.</summary>
    internal static Outcome<Principal.AssumedRole> Assume(
        Step step, Principal principal, string roleArn, string sessionName, IReadOnlyDictionary<string, string> context)
    {
        var question = new AccessQuestion(Action, roleArn, RequestContexts.Of(step, principal, context));
        if (IamRoles.FindByArn(step, roleArn) is not { } role
            || PolicyEvaluation.Resource([PolicyTexts.Document(role.AssumeRolePolicyDocument)], principal, question)
                is not (Verdict.Allowed or Verdict.Delegated))
        {
            return new Refusal("AccessDenied", $"User: {principal.Arn} is not authorized to perform: {Action} on resource: {roleArn}");
        }

        return new Principal.AssumedRole(step.Settings.AccountId, role.RoleName, roleArn, sessionName);
    }

    /// <summary>Whether the caller may hand this role to a service (iam:PassRole); else <c>AccessDenied</c> as the service words it.</summary>
    internal static Refusal? DenyPass(Step step, string roleArn, string servicePrincipal, string code = "AccessDeniedException")
    {
        var request = new AccessRequest("iam:PassRole", roleArn, [])
        {
            Context = new Dictionary<string, string> { ["iam:PassedToService"] = servicePrincipal },
        };
        return new PolicyAuthorizer().Deny(step, step.Caller.Principal, request) is { } reason ? new Refusal(code, reason) : null;
    }
}
