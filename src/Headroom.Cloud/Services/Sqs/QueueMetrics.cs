using Headroom.Cloud.Kernel;
using Headroom.Cloud.Services.CloudWatch;

namespace Headroom.Cloud.Services.Sqs;

/// <summary>
/// How full queues are, in <c>AWS/SQS</c>, by the minute
/// (https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-available-cloudwatch-metrics.html): from the minute
/// in which a message comes to the one in which the queue is found empty.
/// </summary>
internal static class QueueMetrics
{
    internal static void Watch(Step step, string queueName)
    {
        if (step.WakeOf(SqsService.Name, SqsDynamics.Measured(queueName)) is null)
        {
            var minute = new DateTimeOffset(step.Now.Ticks - (step.Now.Ticks % TimeSpan.TicksPerMinute), step.Now.Offset);
            step.WakeAt(SqsService.Name, SqsDynamics.Measured(queueName), minute.AddMinutes(1));
        }
    }

    internal static void Measure(Step step, string queueName)
    {
        if (SqsOperations.Find(step, queueName) is not { } queue)
        {
            return;
        }

        var (visible, delayed, inFlight) = Messages.Count(step, queue);
        ServiceMetrics.Publish(
            step,
            "sqs.amazonaws.com",
            "AWS/SQS",
            ("QueueName", queueName),
            ("ApproximateNumberOfMessagesVisible", visible, "Count"),
            ("ApproximateNumberOfMessagesNotVisible", inFlight, "Count"),
            ("ApproximateNumberOfMessagesDelayed", delayed, "Count"));
        if (visible + delayed + inFlight > 0)
        {
            Watch(step, queueName);
        }
    }
}
