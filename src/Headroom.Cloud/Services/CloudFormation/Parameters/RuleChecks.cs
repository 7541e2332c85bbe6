using Headroom.Cloud.Services.CloudFormation.Intrinsics;
using Headroom.Cloud.Services.CloudFormation.Templates;

namespace Headroom.Cloud.Services.CloudFormation.Parameters;

/// <summary>
/// Rules validate parameters before anything is made
/// (https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/rules-section-structure.html).
/// </summary>
internal static class RuleChecks
{
    /// <exception cref="TemplateException">An assertion does not hold.</exception>
    internal static void Check(Scope scope)
    {
        var applying = scope.Template.Rules.Where(rule => rule.Value.RuleCondition is not { } condition || ConditionFunctions.Decide(scope, condition));
        foreach (var (name, rule) in applying)
        {
            foreach (var (_, description) in rule.Assertions.Where(assertion => !ConditionFunctions.Decide(scope, assertion.Assert)))
            {
                throw new TemplateException($"Rule {name} does not hold: {description ?? "an assertion is false"}");
            }
        }
    }
}
