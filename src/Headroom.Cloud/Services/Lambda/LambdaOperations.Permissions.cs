using System.Text.Json.Nodes;
using Headroom.Cloud.Kernel;
using Headroom.Wire.Json;
using Headroom.Wire.Shapes.Lambda;

namespace Headroom.Cloud.Services.Lambda;

/// <summary>The function's resource policy: https://docs.aws.amazon.com/lambda/latest/api/API_AddPermission.html.</summary>
internal static partial class LambdaOperations
{
    internal static Outcome<AddPermissionResponse> AddPermission(Step step, AddPermissionRequest request)
    {
        var reference = FunctionReference.Parse(request.FunctionName, request.Qualifier);
        if (reference.FindFunction(step) is not { } function || reference.FindVersion(step) is null)
        {
            return reference.NotFound(step.Settings);
        }

        if (!PermissionPolicies.IsPrincipal(request.Principal))
        {
            return LambdaRefusals.Invalid("The provided principal was invalid. Please check the principal and try again.");
        }

        var qualifier = reference.Qualifier ?? "";
        if (function.Permissions.Any(permission => permission.Sid == request.StatementId && permission.Qualifier == qualifier))
        {
            return LambdaRefusals.Conflict(
                $"The statement id ({request.StatementId}) provided already exists. "
                + "Please provide a new statement id, or remove the existing statement.");
        }

        var statement = PermissionPolicies.Statement(step.Settings, reference, request);
        Replace(step, function, [.. function.Permissions, new(request.StatementId, qualifier, statement)]);
        return new AddPermissionResponse { Statement = statement.ToJsonString(WireJson.Options) };
    }

    internal static Outcome<RemovePermissionResponse> RemovePermission(Step step, RemovePermissionRequest request)
    {
        var reference = FunctionReference.Parse(request.FunctionName, request.Qualifier);
        if (reference.FindFunction(step) is not { } function)
        {
            return reference.NotFound(step.Settings);
        }

        var kept = function.Permissions
            .Where(permission => permission.Sid != request.StatementId || permission.Qualifier != (reference.Qualifier ?? ""))
            .ToList();
        if (kept.Count == function.Permissions.Count)
        {
            return LambdaRefusals.NotFound($"Statement {request.StatementId} is not found in resource policy.");
        }

        Replace(step, function, kept);
        return new RemovePermissionResponse();
    }

    internal static Outcome<GetPolicyResponse> GetPolicy(Step step, GetPolicyRequest request)
    {
        var reference = FunctionReference.Parse(request.FunctionName, request.Qualifier);
        return reference.FindFunction(step) is null
            ? reference.NotFound(step.Settings)
            : PermissionPolicies.Of(step, reference) is [var policy]
                ? new GetPolicyResponse { Policy = policy, RevisionId = reference.FindVersion(step)?.RevisionId }
                : LambdaRefusals.NotFound("The resource you requested does not exist.");
    }

    private static void Replace(Step step, Function function, IReadOnlyList<PermissionStatement> permissions) =>
        step.Table(LambdaState.Functions).Put(function.Name, function with { Permissions = permissions });
}
