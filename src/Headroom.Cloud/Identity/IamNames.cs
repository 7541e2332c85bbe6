using Headroom.Wire.Descriptions;

namespace Headroom.Cloud.Identity;

/// <summary>How IAM and each service name actions and the refusal of one (Service Authorization Reference).</summary>
internal static class IamNames
{
    /// <summary>The action of an operation; <paramref name="special"/> is the name where IAM's differs, with or without a prefix.</summary>
    internal static string Action(ServiceDescription service, string operation, string? special) =>
        special is { } name && name.Contains(':') ? name : $"{Prefix(service)}:{special ?? operation}";

    /// <summary>The error code with which a service says that the caller may not.</summary>
    internal static string AccessDenied(ServiceDescription service) => service.Service switch
    {
        "sns" => "AuthorizationError",
        _ when service.Protocols.Contains(WireProtocol.Query) || service.Protocols.Contains(WireProtocol.RestXml) => "AccessDenied",
        _ => "AccessDeniedException",
    };

    private static string Prefix(ServiceDescription service) => service.Service == "cloudwatch" ? "cloudwatch" : service.SigningName;
}
