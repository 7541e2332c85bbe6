using Headroom.Cloud.Identity.Policies;
using Headroom.Cloud.Kernel;
using Headroom.Wire.Json;

namespace Headroom.Cloud.Identity;

/// <summary>The global condition keys of a request.</summary>
internal static class RequestContexts
{
    /// <summary>What is known of any request of this principal, and the service's own keys.</summary>
    internal static RequestContext Of(Step step, Principal principal, IReadOnlyDictionary<string, string> own) => RequestContext.Of(Keys(step, principal, own));

    private static IEnumerable<KeyValuePair<string, string?>> Keys(Step step, Principal principal, IReadOnlyDictionary<string, string> own)
    {
        yield return new("aws:CurrentTime", Instants.Canonical(step.Now));
        yield return new("aws:EpochTime", step.Now.ToUnixTimeSeconds().ToString());
        yield return new("aws:RequestedRegion", step.Settings.Region);

        // The gateway stands where AWS's TLS endpoints stand: policies that insist on TLS must not break on a laptop.
        yield return new("aws:SecureTransport", "true");

        // Every resource of the cloud is of its one account.
        yield return new("aws:ResourceAccount", step.Settings.AccountId);
        yield return new("s3:ResourceAccount", step.Settings.AccountId);
        foreach (var key in Caller(step, principal))
        {
            yield return key;
        }

        foreach (var (name, value) in own)
        {
            yield return new(name, value);
        }
    }

    private static string? SourceAccount(Step step, Principal.AwsService service) =>
        service.SourceArn is null ? null : AccountOf(service.SourceArn) ?? step.Settings.AccountId;

    private static KeyValuePair<string, string?>[] Caller(Step step, Principal principal) => principal switch
    {
        Principal.AwsService service =>
        [
            new("aws:PrincipalIsAWSService", "true"),
            new("aws:PrincipalServiceName", service.Name),
            new("aws:SourceArn", service.SourceArn),
            new("aws:SourceAccount", SourceAccount(step, service)),
            // A topic's default policy lets in by this key alone, and CloudWatch is one of the few that set it:
            // https://docs.aws.amazon.com/sns/latest/dg/sns-access-policy-use-cases.html (aws:SourceAccount versus aws:SourceOwner).
            new("aws:SourceOwner", service.Name == "cloudwatch.amazonaws.com" ? SourceAccount(step, service) : null),
        ],
        Principal.AssumedRole role =>
        [
            new("aws:PrincipalIsAWSService", "false"),
            new("aws:PrincipalAccount", role.AccountId),
            new("aws:PrincipalArn", role.RoleArn),
            new("aws:PrincipalType", "AssumedRole"),
        ],
        Principal.Administrator user =>
        [
            new("aws:PrincipalIsAWSService", "false"),
            new("aws:PrincipalAccount", user.AccountId),
            new("aws:PrincipalArn", user.Arn),
            new("aws:PrincipalType", "User"),
        ],
        _ => [new("aws:PrincipalIsAWSService", "false"), new("aws:PrincipalArn", principal.Arn)],
    };

    // S3 bucket ARNs carry no account.
    private static string? AccountOf(string arn) => arn.Split(':') is [_, _, _, _, { Length: > 0 } account, ..] ? account : null;
}
