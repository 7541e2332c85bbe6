using Headroom.Notifications.Configuration;

namespace Headroom.Notifier.Aws;

/// <summary>How one AWS JSON service is addressed; the names are of its API model.</summary>
/// <param name="Name">Its endpoint prefix and signing name.</param>
/// <param name="TargetPrefix">What stands before the operation in <c>X-Amz-Target</c>.</param>
/// <param name="JsonVersion">The AWS JSON protocol's version.</param>
internal sealed record AwsService(string Name, string TargetPrefix, string JsonVersion)
{
    /// <summary>The services that the Notifier calls.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It calls no such service.</exception>
    public static AwsService Named(string name) => name switch
    {
        "states" => new AwsService(name, "AWSStepFunctions", "1.0"),
        "dynamodb" => new AwsService(name, "DynamoDB_20120810", "1.0"),
        "sqs" => new AwsService(name, "AmazonSQS", "1.0"),
        "application-autoscaling" => new AwsService(name, "AnyScaleFrontendService", "1.1"),
        "ssm" => new AwsService(name, "AmazonSSM", "1.1"),
        _ => throw new ArgumentOutOfRangeException(nameof(name), name, "not among the services that are called"),
    };

    /// <summary>Where it listens: <c>AWS_ENDPOINT_URL</c> if that is set, else AWS's endpoint in the Region.</summary>
    public Uri Endpoint(Func<string, string?> variable)
    {
        if (variable("AWS_ENDPOINT_URL") is { Length: > 0 } url)
        {
            return new Uri(url);
        }

        var region = Region(variable);
        return new Uri($"https://{Name}.{region}.amazonaws.com{(region.StartsWith("cn-", StringComparison.Ordinal) ? ".cn" : "")}");
    }

    /// <summary>The function's Region.</summary>
    /// <exception cref="InvalidSettingException">It is not in the environment.</exception>
    public static string Region(Func<string, string?> variable) =>
        variable("AWS_REGION") is { Length: > 0 } region ? region : throw new InvalidSettingException("AWS_REGION", "", "set");
}
