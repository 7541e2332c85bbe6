using Headroom.Cloud.Kernel;
using Headroom.Wire.Shapes.Lambda;

namespace Headroom.Cloud.Services.Lambda;

/// <summary>
/// A function as callers name it: its name, its ARN or part of it, each with or without a version or alias
/// (https://docs.aws.amazon.com/lambda/latest/api/API_Invoke.html, FunctionName).
/// </summary>
/// <param name="Name">The function's name.</param>
/// <param name="Qualifier">Version, alias or <c>$LATEST</c>; null where none was given.</param>
internal sealed record FunctionReference(string Name, string? Qualifier)
{
    internal const string Latest = "$LATEST";

    private const string Marker = "function:";

    internal static FunctionReference Parse(string text, string? qualifier = null)
    {
        var marker = text.IndexOf(Marker, StringComparison.Ordinal);
        var parts = (marker < 0 ? text : text[(marker + Marker.Length)..]).Split(':', 2);
        return new(parts[0], qualifier ?? (parts.Length > 1 ? parts[1] : null));
    }

    /// <summary>Null where the text can name a function of this cloud, and says nothing else than the qualifier that is given beside it.</summary>
    internal static Refusal? Fault(CloudSettings settings, string text, string? qualifier)
    {
        var parts = text.Split(':');
        return parts is ["arn", _, "lambda", { Length: > 0 } region, ..] && region != settings.Region
            ? LambdaRefusals.NotFound($"Functions from '{region}' are not reachable in this region ('{settings.Region}')")
            : qualifier is { Length: > 0 } && Parse(text).Qualifier is { } derived && derived != qualifier
                ? LambdaRefusals.Invalid("The derived qualifier from the function name does not match the specified qualifier.")
                : null;
    }

    internal string Arn(CloudSettings settings) => settings.Arn("lambda", $"function:{Name}");

    internal string QualifiedArn(CloudSettings settings) => Qualifier is null ? Arn(settings) : $"{Arn(settings)}:{Qualifier}";

    internal string Key => LambdaState.QualifiedKey(Name, Qualifier ?? Latest);

    internal Function? FindFunction(Step step) => step.Table(LambdaState.Functions).Find(Name);

    /// <summary>The version meant, through an alias where one is named; null where there is none.</summary>
    internal FunctionConfiguration? FindVersion(Step step) =>
        step.Table(LambdaState.Versions).Find(
            step.Table(LambdaState.Aliases).Find(Key) is { } alias ? LambdaState.QualifiedKey(Name, alias.FunctionVersion) : Key);

    internal Refusal NotFound(CloudSettings settings) => LambdaRefusals.NotFound($"Function not found: {QualifiedArn(settings)}");
}
