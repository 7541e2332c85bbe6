using Headroom.Cloud.Kernel;

namespace Headroom.Cloud.Services.Logs;

/// <summary>What Logs refuses, in its words.</summary>
internal static class LogsRefusals
{
    internal static Refusal NoGroup => new("ResourceNotFoundException", "The specified log group does not exist.");

    internal static Refusal NoStream => new("ResourceNotFoundException", "The specified log stream does not exist.");

    internal static Refusal GroupExists => new("ResourceAlreadyExistsException", "The specified log group already exists");

    internal static Refusal StreamExists => new("ResourceAlreadyExistsException", "The specified log stream already exists");

    internal static Refusal Invalid(string message) => new("InvalidParameterException", message);
}
