using System.Globalization;
using Headroom.Cloud.Kernel;
using Headroom.Wire.Shapes.Ssm;

namespace Headroom.Cloud.Services.Ssm;

/// <summary>Finds parameters as callers name them: by name or ARN, with a version behind a colon.</summary>
internal static class SsmParameters
{
    internal static Refusal NotFound { get; } = new("ParameterNotFound", "");

    /// <summary>The ARN of a name: <c>/a/b</c> and <c>a</c> both come behind <c>parameter/</c>.</summary>
    internal static string Arn(Step step, string name) =>
        name.StartsWith("arn:", StringComparison.Ordinal) ? name : step.Settings.Arn("ssm", $"parameter/{name.TrimStart('/')}");

    /// <summary>The parameter and its version, or the refusal.</summary>
    internal static Outcome<Parameter> Read(Step step, string selector)
    {
        var (name, version) = Split(selector);
        if (step.Table(SsmState.Parameters).Find(name) is not { } parameter)
        {
            return NotFound;
        }

        var found = version is null
            ? parameter.Latest
            : parameter.Versions.FirstOrDefault(known => known.Number.ToString(CultureInfo.InvariantCulture) == version);
        return found is null
            ? new Refusal("ParameterVersionNotFound", $"Systems Manager could not find version {version} of {name}. Verify the version and try again.")
            : Shown(parameter, found) with { Selector = version is null ? null : ":" + version };
    }

    internal static Parameter Shown(StoredParameter parameter, StoredVersion version) => new()
    {
        Name = parameter.Name,
        Type = parameter.Type,
        Value = version.Value,
        Version = version.Number,
        LastModifiedDate = version.LastModifiedDate,
        ARN = parameter.Arn,
        DataType = parameter.DataType,
    };

    private static (string Name, string? Version) Split(string selector)
    {
        const string before = ":parameter/";
        var name = selector.StartsWith("arn:", StringComparison.Ordinal)
            ? "/" + selector[(selector.IndexOf(before, StringComparison.Ordinal) + before.Length)..]
            : selector;
        return name.Split(':', 2) is [var bare, var version] ? (bare, version) : (name, null);
    }
}
