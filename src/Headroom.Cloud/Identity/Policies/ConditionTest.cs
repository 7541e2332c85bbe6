namespace Headroom.Cloud.Identity.Policies;

/// <summary>One line of a statement's Condition: an operator, a key of the request and the values it is held against.</summary>
internal sealed record ConditionTest(ConditionOperator Operator, string Key, IReadOnlyList<string> Values);

/// <summary>Over which of the request's values a test goes, where the key has several.</summary>
internal enum SetQualifier
{
    /// <summary>The key has one value.</summary>
    Single,

    /// <summary>One of the request's values must pass; without any the test fails.</summary>
    ForAnyValue,

    /// <summary>Each of the request's values must pass; without any the test passes.</summary>
    ForAllValues,
}

/// <summary>
/// A condition operator such as <c>ForAnyValue:StringLikeIfExists</c>
/// (https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html).
/// </summary>
/// <param name="Name">The operator's name as written.</param>
/// <param name="Passes">Whether a value of the request fits one of the policy's, before negation.</param>
/// <param name="Negated">The "Not" operators: passes where no value of the policy fits, and where the request lacks the key.</param>
/// <param name="IfExists">Passes where the request lacks the key.</param>
/// <param name="Set">Which values it goes over.</param>
internal sealed record ConditionOperator(string Name, Func<string, string, bool> Passes, bool Negated, bool IfExists, SetQualifier Set)
{
    /// <summary>Whether this is <c>Null</c>, which asks only whether the request has the key.</summary>
    internal bool IsNull => Name == "Null";
}
