using Headroom.Notifications.Configuration;

namespace Headroom.Notifier.Aws;

/// <summary>How one AWS service is addressed; the names are of its API model.</summary>
/// <param name="Name">Its endpoint prefix and signing name.</param>
/// <param name="Protocol">How it is spoken to.</param>
internal sealed record AwsService(string Name, IAwsProtocol Protocol)
{
    /// <summary>The services that the functions call.</summary>
    /// <exception cref="ArgumentOutOfRangeException">They call no such service.</exception>
    public static AwsService Named(string name) => name switch
    {
        "states" => new AwsService(name, new JsonProtocol("AWSStepFunctions", "1.0")),
        "dynamodb" => new AwsService(name, new JsonProtocol("DynamoDB_20120810", "1.0")),
        "sqs" => new AwsService(name, new JsonProtocol("AmazonSQS", "1.0")),
        "application-autoscaling" => new AwsService(name, new JsonProtocol("AnyScaleFrontendService", "1.1")),
        "ssm" => new AwsService(name, new JsonProtocol("AmazonSSM", "1.1")),
        "cloudformation" => new AwsService(name, new QueryProtocol("2010-05-15")),
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
    public static string Region(Func<string, string?> variable) => RequiredSetting.Read(variable, "AWS_REGION");
}
