using Headroom.Wire.Descriptions;

namespace Headroom.Wire.Client;

/// <summary>Where a service is asked, and for which region requests to it are signed.</summary>
/// <param name="Url">Scheme, host and port.</param>
/// <param name="SigningRegion">The region of the signature.</param>
public sealed record AwsEndpoint(Uri Url, string SigningRegion)
{
    // Services without regions are signed for this one: https://docs.aws.amazon.com/general/latest/gr/iam-service.html
    private const string GlobalRegion = "us-east-1";

    /// <summary>
    /// In this order: the URL given, the variable <c>AWS_ENDPOINT_URL_ECS</c> (the service's own) or <c>AWS_ENDPOINT_URL</c>, else AWS
    /// (<see href="https://docs.aws.amazon.com/sdkref/latest/guide/feature-ss-endpoints.html"/>).
    /// </summary>
    /// <param name="service">The service.</param>
    /// <param name="region">The region.</param>
    /// <param name="endpointUrl">What <c>--endpoint-url</c> said, or null.</param>
    /// <param name="variable">An environment variable's value, or null.</param>
    public static AwsEndpoint Resolve(ServiceDescription service, string region, string? endpointUrl, Func<string, string?> variable)
    {
        var own = "AWS_ENDPOINT_URL_" + service.ServiceId.Replace(' ', '_').ToUpperInvariant();
        var url = endpointUrl ?? Given(variable(own)) ?? Given(variable("AWS_ENDPOINT_URL"));
        return (url, service.GlobalEndpoint) switch
        {
            ({ } custom, _) => new AwsEndpoint(new Uri(custom), region),
            (null, { } global) => new AwsEndpoint(new Uri($"https://{global}"), GlobalRegion),
            _ => new AwsEndpoint(new Uri($"https://{service.EndpointPrefix}.{region}.amazonaws.com"), region),
        };
    }

    private static string? Given(string? value) => string.IsNullOrWhiteSpace(value) ? null : value;
}
