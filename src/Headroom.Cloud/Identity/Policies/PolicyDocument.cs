namespace Headroom.Cloud.Identity.Policies;

/// <summary>
/// A policy of IAM: identity policy, resource policy or trust policy
/// (https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements.html).
/// </summary>
internal sealed record PolicyDocument(IReadOnlyList<Statement> Statements);

/// <summary>One statement.</summary>
/// <param name="Allow">Effect: Allow, or else Deny.</param>
/// <param name="Actions">Action or NotAction.</param>
/// <param name="Resources">Resource or NotResource; null in a trust policy, whose resource is the role itself.</param>
/// <param name="Principals">Principal or NotPrincipal; null in an identity policy.</param>
/// <param name="Conditions">All of them must hold.</param>
internal sealed record Statement(
    bool Allow, Patterns Actions, Patterns? Resources, PrincipalElement? Principals, IReadOnlyList<ConditionTest> Conditions);

/// <summary>A list of patterns, of which one must fit, or (<paramref name="Negated"/>: NotAction, NotResource) none may.</summary>
internal sealed record Patterns(IReadOnlyList<string> Items, bool Negated)
{
    internal bool Cover(AccessQuestion question, Func<string, AccessQuestion, bool> fits)
    {
        for (var i = 0; i < Items.Count; i++)
        {
            if (fits(Items[i], question))
            {
                return !Negated;
            }
        }

        return Negated;
    }
}

/// <summary>Who a statement of a resource or trust policy is about.</summary>
/// <param name="Everyone"><c>"*"</c> or <c>{"AWS": "*"}</c>.</param>
/// <param name="Accounts">Account ids: <c>arn:aws:iam::ID:root</c> or the bare id. They hand the decision to the account's own policies.</param>
/// <param name="Arns">Roles, role sessions, users.</param>
/// <param name="Services">Service principals such as <c>lambda.amazonaws.com</c>.</param>
/// <param name="Negated">NotPrincipal.</param>
internal sealed record PrincipalElement(
    bool Everyone, IReadOnlyList<string> Accounts, IReadOnlyList<string> Arns, IReadOnlyList<string> Services, bool Negated);
