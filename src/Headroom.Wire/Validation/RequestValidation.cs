using System.Text.Json.Nodes;
using Headroom.Wire.Descriptions;
using Headroom.Wire.Protocols;

namespace Headroom.Wire.Validation;

/// <summary>
/// Refuses what a request's shape refuses (a required member that is missing, a length, a range, a text that is not in the enum
/// or does not match the pattern) in the words that AWS's services share and with the code that the service uses for it.
/// </summary>
public static class RequestValidation
{
    /// <summary>The error for a request, or null where its shape has nothing against it.</summary>
    /// <param name="service">The service that is asked.</param>
    /// <param name="operation">The operation that is asked for.</param>
    /// <param name="request">The request in its canonical form.</param>
    public static WireError? Check(ServiceDescription service, OperationDescription operation, JsonObject request)
    {
        if (operation.Input is not { } input || Conformity.Satisfies(request, input))
        {
            return null;
        }

        var found = new ConstraintCheck().Structure(input, request, "");
        return found.Count == 0 ? null : service.Service switch
        {
            "sqs" when found[0] is Violation.Missing missing => new WireError(
                "MissingParameter", $"The request must contain the parameter {missing.Member}."),
            "sqs" => new WireError("InvalidParameterValue", found[0].Text),
            _ => new WireError(CodeOf(service.Service), Message(found)),
        };
    }

    private static string Message(List<Violation> found) =>
        $"{found.Count} validation error{(found.Count == 1 ? "" : "s")} detected: {string.Join("; ", found.Select(violation => violation.Text))}";

    private static string CodeOf(string service) => service switch
    {
        "ecs" or "ecr" or "logs" => "InvalidParameterException",
        "cloudformation" or "cloudwatch" or "elbv2" or "iam" or "sns" or "sts" => "ValidationError",
        "s3" => "InvalidArgument",
        _ => "ValidationException",
    };
}
