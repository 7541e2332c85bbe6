using Headroom.Cloud.Kernel;
using Headroom.Cloud.Services.CloudFormation.Templates;
using Headroom.Wire.Shapes.CloudFormation;
using Headroom.Wire.Shapes.Ssm;
using Parameter = Headroom.Wire.Shapes.CloudFormation.Parameter;

namespace Headroom.Cloud.Services.CloudFormation.Parameters;

/// <summary>
/// What each parameter of a template is: the given value, the previous one (UsePreviousValue), else the default; of one that
/// names a parameter of Parameter Store, its value there now.
/// </summary>
internal static class ParameterResolution
{
    /// <summary>The parameters in the order of the template.</summary>
    /// <exception cref="TemplateException">One is missing, unknown, or breaks its constraints.</exception>
    internal static List<Parameter> Resolve(Step step, Template template, IReadOnlyList<Parameter> given, IReadOnlyList<Parameter> previous)
    {
        var unknown = given.Select(parameter => parameter.ParameterKey!).Where(key => !template.Parameters.ContainsKey(key)).ToList();
        if (unknown.Count > 0)
        {
            throw new TemplateException($"Parameters: [{string.Join(", ", unknown)}] do not exist in the template");
        }

        var values = template.Parameters.Values.Select(parameter => (Parameter: parameter, Value: ValueOf(parameter, given, previous))).ToList();
        var missing = values.Where(pair => pair.Value is null).Select(pair => pair.Parameter.Name).ToList();
        if (missing.Count > 0)
        {
            throw new TemplateException($"Parameters: [{string.Join(", ", missing)}] must have values");
        }

        foreach (var (parameter, value) in values)
        {
            ParameterConstraints.Check(parameter, value!);
        }

        var stored = Stored(step, values.Where(pair => ParameterValues.IsSsm(pair.Parameter)).Select(pair => pair.Value!).Distinct().ToList());
        return values.Select(pair => new Parameter
        {
            ParameterKey = pair.Parameter.Name,
            ParameterValue = pair.Value,
            ResolvedValue = ParameterValues.IsSsm(pair.Parameter) ? stored[pair.Value!] : null,
        }).ToList();
    }

    private static string? ValueOf(DeclaredParameter parameter, IReadOnlyList<Parameter> given, IReadOnlyList<Parameter> previous) =>
        given.FirstOrDefault(one => one.ParameterKey == parameter.Name) switch
        {
            null => parameter.Default,
            { UsePreviousValue: true } => previous.FirstOrDefault(one => one.ParameterKey == parameter.Name)?.ParameterValue ?? parameter.Default,
            var one => one.ParameterValue ?? "",
        };

    private static Dictionary<string, string> Stored(Step step, List<string> names)
    {
        if (names.Count == 0)
        {
            return [];
        }

        var found = step.Call<GetParametersRequest, GetParametersResponse>("ssm", "GetParameters", new() { Names = names }) switch
        {
            Outcome<GetParametersResponse>.Answered answered => answered.Response.Parameters ?? [],
            Outcome<GetParametersResponse>.Refused refused => throw new TemplateException(refused.Refusal.Message),
            var other => throw new InvalidOperationException($"GetParameters cannot end so: {other}"),
        };
        var values = found.ToDictionary(parameter => parameter.Name + parameter.Selector, parameter => parameter.Value!);
        return names.Where(name => !values.ContainsKey(name)).ToList() is { Count: > 0 } missing
            ? throw new TemplateException($"Unable to fetch parameters [{string.Join(", ", missing)}] from parameter store for this account.")
            : values;
    }
}
