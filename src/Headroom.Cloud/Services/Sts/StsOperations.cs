using Headroom.Cloud.Identity;
using Headroom.Cloud.Kernel;
using Headroom.Cloud.Services.Iam;
using Headroom.Wire.Shapes.Sts;

namespace Headroom.Cloud.Services.Sts;

/// <summary>Who the caller is, and who the caller may become.</summary>
internal static class StsOperations
{
    private const int DefaultSessionSeconds = 3600;
    private const int DefaultTokenSeconds = 43200;

    internal static Outcome<GetCallerIdentityResponse> GetCallerIdentity(Step step, GetCallerIdentityRequest request) => new GetCallerIdentityResponse
    {
        Account = step.Settings.AccountId,
        Arn = step.Caller.Principal.Arn,
        UserId = UserId(step, step.Caller.Principal),
    };

    internal static Outcome<AssumeRoleResponse> AssumeRole(Step step, AssumeRoleRequest request)
    {
        if (request.Policy is not null || request.PolicyArns is { Count: > 0 })
        {
            return new Refusal("ValidationError", "The embedded cloud has no session policies: Policy and PolicyArns must be absent.");
        }

        var context = request.ExternalId is { } externalId ? new Dictionary<string, string> { ["sts:ExternalId"] = externalId } : [];
        return RoleSessions.Assume(step, step.Caller.Principal, request.RoleArn, request.RoleSessionName, context) switch
        {
            Outcome<Principal.AssumedRole>.Answered { Response: var session } => Session(step, session, request),
            Outcome<Principal.AssumedRole>.Refused refused => refused.Refusal,
            var other => throw new InvalidOperationException($"Assuming a role cannot end so: {other}"),
        };
    }

    internal static Outcome<GetSessionTokenResponse> GetSessionToken(Step step, GetSessionTokenRequest request) =>
        step.Caller.Principal is Principal.Administrator user
            ? new GetSessionTokenResponse
            {
                Credentials = Shown(Identity.Credentials.Issue(step, user, TimeSpan.FromSeconds(request.DurationSeconds ?? DefaultTokenSeconds))),
            }
            : new Refusal("AccessDenied", "Cannot call GetSessionToken with session credentials");

    private static Outcome<AssumeRoleResponse> Session(Step step, Principal.AssumedRole session, AssumeRoleRequest request)
    {
        var seconds = request.DurationSeconds ?? DefaultSessionSeconds;
        if (seconds > IamRoles.Find(step, session.RoleName)!.MaxSessionDuration)
        {
            return new Refusal("ValidationError", "The requested DurationSeconds exceeds the MaxSessionDuration set for this role.");
        }

        return new AssumeRoleResponse
        {
            Credentials = Shown(Identity.Credentials.Issue(step, session, TimeSpan.FromSeconds(seconds))),
            AssumedRoleUser = new() { Arn = session.Arn, AssumedRoleId = UserId(step, session) },
            SourceIdentity = request.SourceIdentity,
        };
    }

    // https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html#principaltable
    private static string UserId(Step step, Principal principal) => principal switch
    {
        Principal.AssumedRole role => $"{IamRoles.Find(step, role.RoleName)?.RoleId ?? role.RoleName}:{role.SessionName}",
        Principal.Administrator => "AIDAHEADROOMADMIN0000",
        _ => principal.Arn,
    };

    private static Wire.Shapes.Sts.Credentials Shown(IssuedCredentials issued) => new()
    {
        AccessKeyId = issued.AccessKeyId,
        SecretAccessKey = issued.SecretAccessKey,
        SessionToken = issued.SessionToken,
        Expiration = issued.Expiration,
    };
}
