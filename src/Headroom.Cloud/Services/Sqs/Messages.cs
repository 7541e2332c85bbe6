using Headroom.Cloud.Kernel;

namespace Headroom.Cloud.Services.Sqs;

/// <summary>The messages of a queue, oldest first.</summary>
internal static class Messages
{
    /// <summary>Those whose retention has not passed; the others are gone.</summary>
    internal static IReadOnlyList<QueuedMessage> Kept(Step step, Queue queue)
    {
        var oldest = step.Now - queue.Seconds(QueueAttributes.Retention);
        var all = step.Table(SqsState.Messages).WithPrefix($"{queue.Name}\n");
        foreach (var expired in all.Where(message => message.SentAt <= oldest))
        {
            Remove(step, queue, expired);
        }

        return all.Where(message => message.SentAt > oldest).ToList();
    }

    /// <summary>How many can be received, are not yet to be received, and were received and not deleted.</summary>
    internal static (int Visible, int Delayed, int InFlight) Count(Step step, Queue queue)
    {
        var messages = Kept(step, queue);
        var visible = messages.Count(message => message.VisibleAt <= step.Now);
        var delayed = messages.Count(message => message.VisibleAt > step.Now && message.ReceiveCount == 0);
        return (visible, delayed, messages.Count - visible - delayed);
    }

    internal static void Put(Step step, Queue queue, QueuedMessage message) =>
        step.Table(SqsState.Messages).Put(SqsState.MessageKey(queue.Name, message.Sequence), message);

    internal static void Remove(Step step, Queue queue, QueuedMessage message) =>
        step.Table(SqsState.Messages).Remove(SqsState.MessageKey(queue.Name, message.Sequence));

    /// <summary>Puts a message at the end of a queue and lets those who wait for one have it.</summary>
    internal static void Append(Step step, Queue queue, QueuedMessage message)
    {
        SqsOperations.Put(step, queue with { Sequence = queue.Sequence + 1 });
        Put(step, queue, message with { Sequence = queue.Sequence + 1 });
        LongPolls.Serve(step, queue.Name);
        QueueMetrics.Watch(step, queue.Name);
    }
}
