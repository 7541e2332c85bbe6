using Headroom.Cloud.Kernel;

namespace Headroom.Cloud.Services.Sqs;

/// <summary>What happens by itself: hidden messages come to light, long polls end, and queues that are not empty are measured.</summary>
internal static class SqsDynamics
{
    internal static string Visible(string queueName) => $"visible/{queueName}";

    internal static string Waiting(string waiterKey) => $"waiting/{waiterKey}";

    internal static string Measured(string queueName) => $"measured/{queueName}";

    internal static void Woken(Step step, string key)
    {
        var (kind, subject) = (key[..key.IndexOf('/')], key[(key.IndexOf('/') + 1)..]);
        switch (kind)
        {
            case "visible":
                LongPolls.Serve(step, subject);
                break;
            case "waiting":
                LongPolls.WaitedLongEnough(step, subject);
                break;
            case "measured":
                QueueMetrics.Measure(step, subject);
                break;
        }
    }
}
