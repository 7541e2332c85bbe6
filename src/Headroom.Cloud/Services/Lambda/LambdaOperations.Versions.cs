using System.Globalization;
using Headroom.Cloud.Kernel;
using Headroom.Wire.Shapes.Lambda;

namespace Headroom.Cloud.Services.Lambda;

/// <summary>Versions and aliases: https://docs.aws.amazon.com/lambda/latest/dg/configuration-versions.html.</summary>
internal static partial class LambdaOperations
{
    internal static Outcome<FunctionConfiguration> PublishVersion(Step step, PublishVersionRequest request)
    {
        var reference = FunctionReference.Parse(request.FunctionName);
        if (reference.FindVersion(step) is not { } latest)
        {
            return reference.NotFound(step.Settings);
        }

        if (request.CodeSha256 is { } expected && expected != latest.CodeSha256)
        {
            return LambdaRefusals.Invalid(
                $"CodeSHA256 ({expected}) is different from current CodeSHA256 in $LATEST ({latest.CodeSha256}). "
                + "Please try again with the CodeSHA256 in $LATEST.");
        }

        return LambdaRefusals.IfNot(request.RevisionId, latest.RevisionId) is { } changed ? changed : Publish(step, reference, latest, request.Description);
    }

    internal static Outcome<ListVersionsByFunctionResponse> ListVersionsByFunction(Step step, ListVersionsByFunctionRequest request)
    {
        var reference = FunctionReference.Parse(request.FunctionName);
        return reference.FindFunction(step) is null
            ? reference.NotFound(step.Settings)
            : new ListVersionsByFunctionResponse { Versions = [.. Versions(step, reference.Name, all: true)] };
    }

    internal static Outcome<AliasConfiguration> CreateAlias(Step step, CreateAliasRequest request)
    {
        var reference = FunctionReference.Parse(request.FunctionName, request.Name);
        if (step.Table(LambdaState.Aliases).Find(reference.Key) is not null)
        {
            return LambdaRefusals.Conflict($"Alias already exists: {reference.QualifiedArn(step.Settings)}");
        }

        return PutAlias(step, reference, request.FunctionVersion, request.Description, request.RoutingConfig)
            .Select(alias => Describe(step, alias));
    }

    internal static Outcome<AliasConfiguration> UpdateAlias(Step step, UpdateAliasRequest request)
    {
        var reference = FunctionReference.Parse(request.FunctionName, request.Name);
        if (step.Table(LambdaState.Aliases).Find(reference.Key) is not { } before)
        {
            return NoAlias(step, reference);
        }

        return LambdaRefusals.IfNot(request.RevisionId, before.RevisionId) is { } changed
            ? changed
            : PutAlias(
                step,
                reference,
                request.FunctionVersion ?? before.FunctionVersion,
                request.Description ?? before.Description,
                request.RoutingConfig)
                .Select(alias => Describe(step, alias));
    }

    internal static Outcome<AliasConfiguration> GetAlias(Step step, GetAliasRequest request)
    {
        var reference = FunctionReference.Parse(request.FunctionName, request.Name);
        return step.Table(LambdaState.Aliases).Find(reference.Key) is { } alias ? Describe(step, alias) : NoAlias(step, reference);
    }

    internal static Outcome<ListAliasesResponse> ListAliases(Step step, ListAliasesRequest request)
    {
        var reference = FunctionReference.Parse(request.FunctionName);
        return reference.FindFunction(step) is null
            ? reference.NotFound(step.Settings)
            : new ListAliasesResponse
            {
                Aliases = step.Table(LambdaState.Aliases).WithPrefix(LambdaState.QualifiedKey(reference.Name, ""))
                    .Where(alias => request.FunctionVersion is null || request.FunctionVersion == alias.FunctionVersion)
                    .Select(alias => Describe(step, alias))
                    .ToList(),
            };
    }

    /// <summary>One that is not there counts as deleted.</summary>
    internal static Outcome<DeleteAliasResponse> DeleteAlias(Step step, DeleteAliasRequest request)
    {
        step.Table(LambdaState.Aliases).Remove(FunctionReference.Parse(request.FunctionName, request.Name).Key);
        return new DeleteAliasResponse();
    }

    private static FunctionConfiguration Publish(Step step, FunctionReference reference, FunctionConfiguration latest, string? description)
    {
        var function = reference.FindFunction(step)!;
        var number = function.LastVersion.ToString(CultureInfo.InvariantCulture);
        var last = step.Table(LambdaState.Versions).Find(LambdaState.QualifiedKey(reference.Name, number));
        if (last is not null && Same(last, latest))
        {
            return last;
        }

        number = (function.LastVersion + 1).ToString(CultureInfo.InvariantCulture);
        var published = latest with
        {
            Version = number,
            FunctionArn = $"{reference.Arn(step.Settings)}:{number}",
            Description = description ?? latest.Description,
            RevisionId = step.Ids.NextUuid(),
        };
        step.Table(LambdaState.Functions).Put(reference.Name, function with { LastVersion = function.LastVersion + 1 });
        step.Table(LambdaState.Versions).Put(LambdaState.QualifiedKey(reference.Name, number), published);
        return published;
    }

    // Lambda publishes nothing where neither code nor configuration changed since the last version: every change sets LastModified.
    private static bool Same(FunctionConfiguration published, FunctionConfiguration latest) =>
        published.LastModified == latest.LastModified && published.CodeSha256 == latest.CodeSha256;

    private static Outcome<Alias> PutAlias(
        Step step,
        FunctionReference reference,
        string version,
        string? description,
        AliasRoutingConfiguration? routing)
    {
        if (routing?.AdditionalVersionWeights is { Count: > 0 })
        {
            return LambdaRefusals.Invalid("The embedded cloud does not shift traffic between versions: RoutingConfig must be empty.");
        }

        var target = new FunctionReference(reference.Name, version);
        if (step.Table(LambdaState.Versions).Find(target.Key) is null)
        {
            return target.NotFound(step.Settings);
        }

        var alias = new Alias(reference.Name, reference.Qualifier!, version, description ?? "", step.Ids.NextUuid());
        step.Table(LambdaState.Aliases).Put(reference.Key, alias);
        return alias;
    }

    private static AliasConfiguration Describe(Step step, Alias alias) => new()
    {
        AliasArn = new FunctionReference(alias.FunctionName, alias.Name).QualifiedArn(step.Settings),
        Name = alias.Name,
        FunctionVersion = alias.FunctionVersion,
        Description = alias.Description,
        RevisionId = alias.RevisionId,
    };

    private static Refusal NoAlias(Step step, FunctionReference reference) =>
        LambdaRefusals.NotFound($"Cannot find alias arn: {reference.QualifiedArn(step.Settings)}");
}
