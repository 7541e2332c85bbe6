using Headroom.Wire.Protocols;

namespace Headroom.Wire.Client;

/// <summary>
/// Which refusals another attempt may get past
/// (<see href="https://docs.aws.amazon.com/sdkref/latest/guide/feature-retry-behavior.html"/>).
/// </summary>
internal static class Retries
{
    public static bool Helps(WireError error) => error.Status >= 500 || error.Code
        is "Throttling" or "ThrottlingException" or "ThrottledException" or "TooManyRequestsException" or "RequestLimitExceeded"
        or "ProvisionedThroughputExceededException" or "RequestThrottled" or "RequestTimeout"
        or "RequestTimeoutException" or "SlowDown";
}
