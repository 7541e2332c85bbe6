namespace Headroom.Cloud.Identity.Policies;

/// <summary>Whether a condition holds for a request.</summary>
internal static class ConditionEvaluation
{
    /// <summary>
    /// <c>Null</c> looks only at whether the key is there. Another operator without the key: <c>…IfExists</c>, a "Not" operator and
    /// <c>ForAllValues</c> pass, everything else fails. With it: one of the policy's values must fit ("Not": none may).
    /// </summary>
    internal static bool Holds(ConditionTest test, RequestContext context)
    {
        var given = context.Values(test.Key);
        if (test.Operator.IsNull)
        {
            return test.Values.Any(value => string.Equals(value, "true", StringComparison.OrdinalIgnoreCase)) == (given.Count == 0);
        }

        var wanted = test.Values.Select(value => PolicyVariables.Expand(value, context)).ToList();
        return test.Operator.Set switch
        {
            SetQualifier.ForAllValues => given.All(value => Passes(test.Operator, value, wanted)),
            SetQualifier.ForAnyValue => given.Any(value => Passes(test.Operator, value, wanted)),
            _ when given.Count == 0 => test.Operator.IfExists || test.Operator.Negated,
            _ => given.Any(value => Passes(test.Operator, value, wanted)),
        };
    }

    private static bool Passes(ConditionOperator test, string given, List<string> wanted) =>
        wanted.Any(value => test.Passes(given, value)) != test.Negated;
}
