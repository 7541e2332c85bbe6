using Headroom.Cloud.Kernel;

namespace Headroom.Cloud.Services.Lambda;

/// <summary>
/// The environment variables that Lambda sets itself and lets nobody set:
/// https://docs.aws.amazon.com/lambda/latest/dg/configuration-envvars.html#configuration-envvars-runtime.
/// </summary>
internal static class ReservedVariables
{
    private static readonly IReadOnlySet<string> Names = new HashSet<string>(StringComparer.Ordinal)
    {
        "_HANDLER", "_X_AMZN_TRACE_ID", "AWS_DEFAULT_REGION", "AWS_REGION", "AWS_EXECUTION_ENV", "AWS_LAMBDA_FUNCTION_NAME",
        "AWS_LAMBDA_FUNCTION_MEMORY_SIZE", "AWS_LAMBDA_FUNCTION_VERSION", "AWS_LAMBDA_INITIALIZATION_TYPE", "AWS_LAMBDA_LOG_GROUP_NAME",
        "AWS_LAMBDA_LOG_STREAM_NAME", "AWS_ACCESS_KEY", "AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY", "AWS_SESSION_TOKEN", "AWS_LAMBDA_RUNTIME_API",
        "LAMBDA_TASK_ROOT", "LAMBDA_RUNTIME_DIR",
    };

    internal static Refusal? Fault(Wire.Shapes.Lambda.Environment? environment) =>
        string.Join(", ", (environment?.Variables?.Keys ?? []).Where(Names.Contains)) is { Length: > 0 } reserved
            ? LambdaRefusals.Invalid(
                "Lambda was unable to configure your environment variables because the environment variables you have provided contains reserved keys "
                + $"that are currently not supported for modification. Reserved keys used in this request: {reserved}")
            : null;
}
