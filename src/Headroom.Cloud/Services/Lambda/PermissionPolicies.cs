using System.Text.Json.Nodes;
using Headroom.Cloud.Kernel;
using Headroom.Wire.Json;
using Headroom.Wire.Shapes.Lambda;

namespace Headroom.Cloud.Services.Lambda;

/// <summary>Resource policies of functions as IAM documents.</summary>
internal static class PermissionPolicies
{
    /// <summary>The policy of the function (or of the version or alias named), as a list of none or one.</summary>
    internal static IReadOnlyList<string> Of(Step step, FunctionReference reference)
    {
        var statements = reference.FindFunction(step)?.Permissions
            .Where(permission => permission.Qualifier == (reference.Qualifier ?? ""))
            .Select(permission => permission.Statement.DeepClone())
            .ToArray();
        return statements is { Length: > 0 }
            ? [new JsonObject { ["Version"] = "2012-10-17", ["Id"] = "default", ["Statement"] = new JsonArray(statements) }.ToJsonString(WireJson.Options)]
            : [];
    }

    internal static JsonObject Statement(CloudSettings settings, FunctionReference reference, AddPermissionRequest request)
    {
        var statement = new JsonObject
        {
            ["Sid"] = request.StatementId,
            ["Effect"] = "Allow",
            ["Principal"] = Principal(request.Principal),
            ["Action"] = request.Action,
            ["Resource"] = reference.QualifiedArn(settings),
        };
        var conditions = new JsonObject();
        if (request.SourceArn is { } source)
        {
            conditions["ArnLike"] = new JsonObject { ["AWS:SourceArn"] = source };
        }

        if (request.SourceAccount is { } account)
        {
            conditions["StringEquals"] = new JsonObject { ["AWS:SourceAccount"] = account };
        }

        if (conditions.Count > 0)
        {
            statement["Condition"] = conditions;
        }

        return statement;
    }

    /// <summary>Whether it can be one: everybody, a service, an ARN, or an account.</summary>
    internal static bool IsPrincipal(string principal) =>
        principal == "*" || principal.Contains('.', StringComparison.Ordinal) || principal.StartsWith("arn:", StringComparison.Ordinal)
        || (principal.Length == 12 && principal.All(char.IsAsciiDigit));

    private static JsonNode Principal(string principal) => principal switch
    {
        "*" => JsonValue.Create("*"),
        _ when !principal.StartsWith("arn:", StringComparison.Ordinal) && principal.Contains('.', StringComparison.Ordinal) => new JsonObject { ["Service"] = principal },
        _ when principal.StartsWith("arn:", StringComparison.Ordinal) => new JsonObject { ["AWS"] = principal },
        _ => new JsonObject { ["AWS"] = $"arn:aws:iam::{principal}:root" },
    };
}
