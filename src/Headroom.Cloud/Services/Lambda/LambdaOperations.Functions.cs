using Headroom.Cloud.Kernel;
using Headroom.Wire.Shapes.Lambda;

namespace Headroom.Cloud.Services.Lambda;

/// <summary>Functions: https://docs.aws.amazon.com/lambda/latest/api/API_CreateFunction.html and its neighbours.</summary>
internal static partial class LambdaOperations
{
    internal static Outcome<FunctionConfiguration> CreateFunction(Step step, CreateFunctionRequest request)
    {
        var reference = FunctionReference.Parse(request.FunctionName);
        if (reference.FindFunction(step) is not null)
        {
            return LambdaRefusals.Conflict($"Function already exist: {reference.Name}");
        }

        if (request.PackageType is "Image" || request.Code.ImageUri is not null)
        {
            return LambdaRefusals.Invalid("The embedded cloud runs no container images: PackageType must be Zip.");
        }

        if (request.Runtime is null || request.Handler is null)
        {
            return LambdaRefusals.Invalid("Runtime and Handler are mandatory parameters for functions created with deployment packages.");
        }

        if ((FunctionLimits.Fault(reference.Name, request.Timeout) ?? ReservedVariables.Fault(request.Environment) ?? FunctionRole.Fault(step, request.Role, reference)) is { } fault)
        {
            return fault;
        }

        return CodePackages.Keep(step, request.Code).Then<FunctionConfiguration>(package =>
        {
            step.Table(LambdaState.Functions).Put(reference.Name, new(reference.Name, 0, null, request.Tags ?? new Dictionary<string, string>()));
            var configuration = Configurations.Create(step, reference, request, package);
            step.Table(LambdaState.Versions).Put(reference.Key, configuration);
            return request.Publish is true ? Publish(step, reference, configuration, null) : configuration;
        });
    }

    internal static Outcome<GetFunctionResponse> GetFunction(Step step, GetFunctionRequest request)
    {
        var reference = FunctionReference.Parse(request.FunctionName, request.Qualifier);
        return reference.FindFunction(step) is { } function && reference.FindVersion(step) is { } version
            ? new GetFunctionResponse
            {
                Configuration = version,
                Code = new() { RepositoryType = "S3", Location = $"{step.Settings.Endpoint}/_lambda/code/{Uri.EscapeDataString(version.CodeSha256!)}" },
                Tags = function.Tags.Count > 0 ? function.Tags : null,
                Concurrency = function.ReservedConcurrency is { } reserved ? new() { ReservedConcurrentExecutions = reserved } : null,
            }
            : reference.NotFound(step.Settings);
    }

    internal static Outcome<FunctionConfiguration> GetFunctionConfiguration(Step step, GetFunctionConfigurationRequest request)
    {
        var reference = FunctionReference.Parse(request.FunctionName, request.Qualifier);
        return reference.FindVersion(step) is { } version ? version : reference.NotFound(step.Settings);
    }

    internal static Outcome<ListFunctionsResponse> ListFunctions(Step step, ListFunctionsRequest request)
    {
        var limit = request.MaxItems ?? 50;
        var page = step.Table(LambdaState.Functions).Page("", request.Marker, limit + 1);
        var functions = page.Take(limit).SelectMany(entry => Versions(step, entry.Key, request.FunctionVersion == "ALL")).ToList();
        return new ListFunctionsResponse { Functions = functions, NextMarker = page.Count > limit ? page[limit - 1].Key : null };
    }

    internal static Outcome<FunctionConfiguration> UpdateFunctionCode(Step step, UpdateFunctionCodeRequest request)
    {
        var reference = FunctionReference.Parse(request.FunctionName);
        if (reference.FindVersion(step) is not { } before)
        {
            return reference.NotFound(step.Settings);
        }

        if (LambdaRefusals.IfNot(request.RevisionId, before.RevisionId) is { } changed)
        {
            return changed;
        }

        var code = new FunctionCode
        {
            ZipFile = request.ZipFile,
            S3Bucket = request.S3Bucket,
            S3Key = request.S3Key,
            S3ObjectVersion = request.S3ObjectVersion,
            ImageUri = request.ImageUri,
        };
        return CodePackages.Keep(step, code).Then<FunctionConfiguration>(package =>
        {
            var after = Configurations.Update(step, before, request, package);
            if (request.DryRun is true)
            {
                return after;
            }

            ReplaceLatest(step, reference, after);
            return request.Publish is true ? Publish(step, reference, after, null) : after;
        });
    }

    internal static Outcome<FunctionConfiguration> UpdateFunctionConfiguration(Step step, UpdateFunctionConfigurationRequest request)
    {
        var reference = FunctionReference.Parse(request.FunctionName);
        if (reference.FindVersion(step) is not { } before)
        {
            return reference.NotFound(step.Settings);
        }

        if ((FunctionLimits.Fault(reference.Name, request.Timeout) ?? LambdaRefusals.IfNot(request.RevisionId, before.RevisionId) ?? ReservedVariables.Fault(request.Environment)) is { } refusal)
        {
            return refusal;
        }

        if (request.Role is { } role && role != before.Role && FunctionRole.Fault(step, role, reference) is { } fault)
        {
            return fault;
        }

        var after = Configurations.Update(step, before, request);
        ReplaceLatest(step, reference, after);
        return after;
    }

    /// <summary>Deletes a version, or the function with all it has. Environments still running end by themselves.</summary>
    internal static Outcome<DeleteFunctionResponse> DeleteFunction(Step step, DeleteFunctionRequest request)
    {
        var reference = FunctionReference.Parse(request.FunctionName, request.Qualifier);
        if (reference.FindFunction(step) is null)
        {
            return reference.NotFound(step.Settings);
        }

        if (reference.Qualifier is not null)
        {
            return DeleteVersion(step, reference);
        }

        step.Table(LambdaState.Functions).Remove(reference.Name);
        foreach (var version in Versions(step, reference.Name, all: true))
        {
            step.Table(LambdaState.Versions).Remove(LambdaState.QualifiedKey(reference.Name, version.Version!));
        }

        foreach (var alias in step.Table(LambdaState.Aliases).WithPrefix(LambdaState.QualifiedKey(reference.Name, "")))
        {
            step.Table(LambdaState.Aliases).Remove(LambdaState.QualifiedKey(reference.Name, alias.Name));
        }

        foreach (var (key, _) in step.Table(LambdaState.EventInvokeConfigs).Page(LambdaState.QualifiedKey(reference.Name, ""), null, int.MaxValue))
        {
            step.Table(LambdaState.EventInvokeConfigs).Remove(key);
        }

        return new DeleteFunctionResponse();
    }

    // A version that is not there counts as deleted.
    private static Outcome<DeleteFunctionResponse> DeleteVersion(Step step, FunctionReference reference)
    {
        if (reference.Qualifier == FunctionReference.Latest)
        {
            return LambdaRefusals.Invalid("$LATEST version cannot be deleted without deleting the function.");
        }

        var aliases = step.Table(LambdaState.Aliases).WithPrefix(LambdaState.QualifiedKey(reference.Name, ""))
            .Where(alias => alias.FunctionVersion == reference.Qualifier)
            .Select(alias => alias.Name)
            .ToList();
        if (aliases.Count > 0)
        {
            return LambdaRefusals.Conflict($"Unable to delete version because the following aliases reference it: [{string.Join(", ", aliases)}]");
        }

        step.Table(LambdaState.Versions).Remove(reference.Key);
        return new DeleteFunctionResponse();
    }

    private static void ReplaceLatest(Step step, FunctionReference reference, FunctionConfiguration after) =>
        step.Table(LambdaState.Versions).Put(LambdaState.QualifiedKey(reference.Name, FunctionReference.Latest), after);

    private static IEnumerable<FunctionConfiguration> Versions(Step step, string name, bool all) => all
        ? step.Table(LambdaState.Versions).WithPrefix(LambdaState.QualifiedKey(name, ""))
        : [step.Table(LambdaState.Versions).Get(LambdaState.QualifiedKey(name, FunctionReference.Latest))];
}
