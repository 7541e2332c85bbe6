using System.Globalization;
using System.Text.RegularExpressions;
using Headroom.Cloud.Services.CloudFormation.Templates;

namespace Headroom.Cloud.Services.CloudFormation.Parameters;

/// <summary>The constraints that a parameter's declaration puts on its value.</summary>
internal static class ParameterConstraints
{
    private static readonly TimeSpan PatternTimeout = TimeSpan.FromSeconds(1);

    /// <exception cref="TemplateException">The value breaks one.</exception>
    internal static void Check(DeclaredParameter parameter, string value)
    {
        if (Problem(parameter, value) is { } problem)
        {
            throw new TemplateException(parameter.ConstraintDescription is { } words
                ? $"Parameter {parameter.Name} failed to satisfy constraint: {words}"
                : problem);
        }
    }

    private static string? Problem(DeclaredParameter parameter, string value)
    {
        var name = parameter.Name;
        var isNumber = decimal.TryParse(value, CultureInfo.InvariantCulture, out var number);
        return parameter switch
        {
            { AllowedValues: { } allowed } when !allowed.Contains(value) =>
                $"Template error: parameter {name} must be one of AllowedValues [{string.Join(", ", allowed)}]",
            { AllowedPattern: { } pattern } when !Regex.IsMatch(value, $"^(?:{pattern})$", RegexOptions.None, PatternTimeout) =>
                $"Parameter {name} failed to satisfy constraint: must match pattern {pattern}",
            { MinLength: { } min } when value.Length < min => $"Parameter {name} must contain at least {min} characters",
            { MaxLength: { } max } when value.Length > max => $"Parameter {name} must contain at most {max} characters",
            { Type: "Number" } when !isNumber => $"Parameter {name} must be a number",
            { MinValue: { } min } when isNumber && number < min => $"Parameter {name} must be a number not less than {min}",
            { MaxValue: { } max } when isNumber && number > max => $"Parameter {name} must be a number not greater than {max}",
            _ => null,
        };
    }
}
