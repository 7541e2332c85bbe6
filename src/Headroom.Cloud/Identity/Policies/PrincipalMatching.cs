namespace Headroom.Cloud.Identity.Policies;

/// <summary>How a Principal element names somebody.</summary>
internal enum PrincipalMatch
{
    /// <summary>Not at all.</summary>
    None,

    /// <summary>Only through the account: the account's own policies decide.</summary>
    Account,

    /// <summary>Itself: the statement alone decides.</summary>
    Direct,
}

/// <summary>Whether a Principal element names a principal.</summary>
internal static class PrincipalMatching
{
    internal static PrincipalMatch Of(PrincipalElement? element, Principal principal) => element switch
    {
        null => PrincipalMatch.None,
        { Negated: true } => Named(element, principal) == PrincipalMatch.None ? PrincipalMatch.Direct : PrincipalMatch.None,
        _ => Named(element, principal),
    };

    private static PrincipalMatch Named(PrincipalElement element, Principal principal) => principal switch
    {
        Principal.AwsService service => Direct(element.Everyone || element.Services.Contains(service.Name)),
        Principal.AssumedRole role => InAccount(element, role.AccountId, [role.RoleArn, role.Arn]),
        Principal.Administrator user => InAccount(element, user.AccountId, [user.Arn]),
        Principal.ServiceLinkedRole role => InAccount(element, role.AccountId, [role.Arn]),
        _ => throw new InvalidOperationException($"A principal of an unknown kind: {principal.GetType().Name}"),
    };

    private static PrincipalMatch InAccount(PrincipalElement element, string account, IReadOnlyList<string> arns) =>
        element.Everyone || element.Arns.Any(arns.Contains) ? PrincipalMatch.Direct
        : element.Accounts.Contains(account) ? PrincipalMatch.Account
        : PrincipalMatch.None;

    private static PrincipalMatch Direct(bool named) => named ? PrincipalMatch.Direct : PrincipalMatch.None;
}
