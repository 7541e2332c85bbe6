namespace Headroom.Cloud.Identity.Policies;

/// <summary>
/// What policies say about a request: an explicit deny wins, then an allow, and silence is no
/// (https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic.html).
/// </summary>
internal static class PolicyEvaluation
{
    /// <summary>What a role's own policies say together.</summary>
    internal static Verdict Identity(IEnumerable<PolicyDocument> policies, AccessQuestion question) =>
        Strongest(policies, question, static statement => statement.Allow ? Verdict.Allowed : Verdict.Denied);

    /// <summary>What the policies of a resource (or a role's trust policy) say about this principal.</summary>
    internal static Verdict Resource(IEnumerable<PolicyDocument> policies, Principal principal, AccessQuestion question) =>
        Strongest(policies, question, statement => Said(statement, PrincipalMatching.Of(statement.Principals, principal)));

    private static Verdict Said(Statement statement, PrincipalMatch match) => (match, statement.Allow) switch
    {
        (PrincipalMatch.None, _) => Verdict.Silent,
        (_, false) => Verdict.Denied,
        (PrincipalMatch.Account, true) => Verdict.Delegated,
        (_, true) => Verdict.Allowed,
    };

    private static Verdict Strongest(IEnumerable<PolicyDocument> policies, AccessQuestion question, Func<Statement, Verdict> says)
    {
        var strongest = Verdict.Silent;
        foreach (var policy in policies)
        {
            foreach (var statement in policy.Statements)
            {
                if (IsAbout(statement, question) && says(statement) is var said && said > strongest)
                {
                    strongest = said;
                }
            }
        }

        return strongest;
    }

    private static bool IsAbout(Statement statement, AccessQuestion question) =>
        statement.Actions.Cover(question, static (pattern, asked) => Wildcard.Matches(pattern, asked.Action, ignoreCase: true))
        && (statement.Resources?.Cover(question, static (pattern, asked) => Wildcard.Matches(PolicyVariables.Expand(pattern, asked.Context), asked.Resource)) ?? true)
        && (statement.Conditions.Count == 0 || statement.Conditions.All(test => ConditionEvaluation.Holds(test, question.Context)));
}
