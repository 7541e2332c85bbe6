namespace Headroom.Cloud.Identity.Policies;

/// <summary>
/// What policies say about a request: an explicit deny wins, then an allow, and silence is no
/// (https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic.html).
/// </summary>
internal static class PolicyEvaluation
{
    /// <summary>What a role's own policies say together.</summary>
    internal static Verdict Identity(IEnumerable<PolicyDocument> policies, AccessQuestion question) =>
        Sum(Statements(policies, question).Select(statement => statement.Allow ? Verdict.Allowed : Verdict.Denied));

    /// <summary>What the policies of a resource (or a role's trust policy) say about this principal.</summary>
    internal static Verdict Resource(IEnumerable<PolicyDocument> policies, Principal principal, AccessQuestion question) =>
        Sum(Statements(policies, question).Select(statement => Said(statement, PrincipalMatching.Of(statement.Principals, principal))));

    private static Verdict Said(Statement statement, PrincipalMatch match) => (match, statement.Allow) switch
    {
        (PrincipalMatch.None, _) => Verdict.Silent,
        (_, false) => Verdict.Denied,
        (PrincipalMatch.Account, true) => Verdict.Delegated,
        (_, true) => Verdict.Allowed,
    };

    private static IEnumerable<Statement> Statements(IEnumerable<PolicyDocument> policies, AccessQuestion question) =>
        policies.SelectMany(policy => policy.Statements).Where(statement => IsAbout(statement, question));

    private static bool IsAbout(Statement statement, AccessQuestion question) =>
        statement.Actions.Cover(question, static (pattern, asked) => Wildcard.Matches(pattern, asked.Action, ignoreCase: true))
        && (statement.Resources?.Cover(question, static (pattern, asked) => Wildcard.Matches(PolicyVariables.Expand(pattern, asked.Context), asked.Resource)) ?? true)
        && (statement.Conditions.Count == 0 || statement.Conditions.All(test => ConditionEvaluation.Holds(test, question.Context)));

    private static Verdict Sum(IEnumerable<Verdict> verdicts) => verdicts.DefaultIfEmpty(Verdict.Silent).Max();
}
