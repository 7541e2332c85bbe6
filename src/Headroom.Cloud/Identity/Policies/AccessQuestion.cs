namespace Headroom.Cloud.Identity.Policies;

/// <summary>What policies are asked: an action on a resource, and what else is known of the request.</summary>
internal sealed record AccessQuestion(string Action, string Resource, RequestContext Context);

/// <summary>What a set of policies says.</summary>
internal enum Verdict
{
    /// <summary>No statement is about it.</summary>
    Silent,

    /// <summary>A resource policy leaves it to the account's own policies (its principal is the account).</summary>
    Delegated,

    /// <summary>A statement allows it and none denies it.</summary>
    Allowed,

    /// <summary>A statement denies it, whatever others say.</summary>
    Denied,
}
