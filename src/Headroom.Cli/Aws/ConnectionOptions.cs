using System.CommandLine;

namespace Headroom.Cli.Aws;

/// <summary>The options of every verb that talks to AWS, or to an embedded cloud as if it were AWS.</summary>
internal sealed class ConnectionOptions
{
    internal Option<string?> Region { get; } = new("--region") { Description = "AWS Region. Default: AWS_REGION, then the profile's Region, then us-east-1." };

    internal Option<string?> Profile { get; } = new("--profile") { Description = "Profile of the AWS configuration files." };

    internal Option<string?> EndpointUrl { get; } = new("--endpoint-url") { Description = "Send every call there, e.g. http://127.0.0.1:4566. Default: AWS_ENDPOINT_URL." };

    internal void AddTo(Command command)
    {
        RegionOption.Check(Region);
        command.Add(Region);
        command.Add(Profile);
        command.Add(EndpointUrl);
    }

    internal Task<IAws> ConnectAsync(ParseResult parsed) =>
        AwsConnection.OpenAsync(parsed.GetValue(EndpointUrl), parsed.GetValue(Region), parsed.GetValue(Profile));
}
