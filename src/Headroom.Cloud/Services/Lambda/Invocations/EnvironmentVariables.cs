using System.Globalization;
using Headroom.Cloud.Identity;
using Headroom.Cloud.Kernel;

namespace Headroom.Cloud.Services.Lambda.Invocations;

/// <summary>
/// What a function finds in its environment (https://docs.aws.amazon.com/lambda/latest/dg/configuration-envvars.html), and
/// <c>AWS_ENDPOINT_URL</c>, which leads its calls to the embedded cloud.
/// </summary>
internal static class EnvironmentVariables
{
    internal static IReadOnlyDictionary<string, string> For(Step step, ExecutionEnvironment environment, IssuedCredentials credentials)
    {
        var function = environment.Configuration;
        var variables = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, value) in function.Environment?.Variables ?? new Dictionary<string, string>())
        {
            variables[name] = value;
        }

        // Lambda's own names are reserved: the function's cannot replace them.
        foreach (var (name, value) in new Dictionary<string, string>
        {
            ["_HANDLER"] = function.Handler!,
            ["AWS_REGION"] = step.Settings.Region,
            ["AWS_DEFAULT_REGION"] = step.Settings.Region,
            ["AWS_EXECUTION_ENV"] = $"AWS_Lambda_{function.Runtime}",
            ["AWS_LAMBDA_FUNCTION_NAME"] = function.FunctionName!,
            ["AWS_LAMBDA_FUNCTION_MEMORY_SIZE"] = function.MemorySize!.Value.ToString(CultureInfo.InvariantCulture),
            ["AWS_LAMBDA_FUNCTION_VERSION"] = function.Version!,
            ["AWS_LAMBDA_INITIALIZATION_TYPE"] = "on-demand",
            ["AWS_LAMBDA_LOG_GROUP_NAME"] = function.LoggingConfig!.LogGroup!,
            ["AWS_LAMBDA_LOG_STREAM_NAME"] = environment.LogStream,
            ["AWS_ACCESS_KEY_ID"] = credentials.AccessKeyId,
            ["AWS_SECRET_ACCESS_KEY"] = credentials.SecretAccessKey,
            ["AWS_SESSION_TOKEN"] = credentials.SessionToken,
            ["AWS_ENDPOINT_URL"] = step.Settings.Endpoint,
            ["AWS_EC2_METADATA_DISABLED"] = "true",
            ["LANG"] = "en_US.UTF-8",
            ["TZ"] = ":UTC",
        })
        {
            variables[name] = value;
        }

        return variables;
    }
}
