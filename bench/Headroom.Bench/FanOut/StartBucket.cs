using Headroom.Cloud.Identity;
using Headroom.Cloud.Kernel;
using Headroom.Cloud.Services.Ecs.Scheduling;
using Headroom.Simulation.Scenarios;

namespace Headroom.Bench.FanOut;

/// <summary>The bucket that the cloud's own rooms do not have: StartExecution's.</summary>
internal sealed class StartBucket
{
    private static readonly BucketRate Rate = Bucket.Starts.Rate;
    private TokenBucket _bucket = TokenBucket.Full(Rate, DateTimeOffset.MinValue);

    internal Harm? Of(ServiceCall call, DateTimeOffset now)
    {
        if (call is not { Operation: "StartExecution", Principal: Principal.AssumedRole })
        {
            return null;
        }

        if (_bucket.Available(Rate, now) < 1)
        {
            return new Harm.Refused("ThrottlingException");
        }

        _bucket = _bucket.Take(Rate, now, 1);
        return null;
    }
}
