using Headroom.Cloud.Identity;
using Headroom.Cloud.Kernel;

namespace Headroom.Bench.FanOut;

/// <summary>The bucket that the cloud's own rooms do not have: StartExecution's.</summary>
internal sealed class StartBucket
{
    private static readonly Bucket Starts = Bucket.All.Single(bucket => bucket.Operations.Contains("StartExecution"));
    private double _tokens = Starts.Burst;
    private DateTimeOffset _asOf;

    internal Refusal? Refuse(ServiceCall call, DateTimeOffset now)
    {
        if (call is not { Operation: "StartExecution", Principal: Principal.AssumedRole })
        {
            return null;
        }

        _tokens = Math.Min(Starts.Burst, _tokens + ((now - _asOf).TotalSeconds * Starts.PerSecond));
        _asOf = now;
        if (_tokens < 1)
        {
            return new("ThrottlingException", "Rate exceeded");
        }

        _tokens--;
        return null;
    }
}
