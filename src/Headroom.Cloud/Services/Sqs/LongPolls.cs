using Headroom.Cloud.Kernel;
using Headroom.Wire.Json;
using Headroom.Wire.Shapes.Sqs;

namespace Headroom.Cloud.Services.Sqs;

/// <summary>
/// Clients that wait for messages
/// (https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-short-and-long-polling.html).
/// </summary>
internal static class LongPolls
{
    internal static DeferredAnswer Wait(Step step, Queue queue, ReceiveMessageRequest request, TimeSpan wait)
    {
        var answer = step.Defer();
        var waiter = new Waiter(queue.Name, queue.Sequence + 1, answer.Ticket, request);
        SqsOperations.Put(step, queue with { Sequence = waiter.Sequence });
        step.Table(SqsState.Waiters).Put(SqsState.WaiterKey(waiter.Queue, waiter.Sequence), waiter);
        step.WakeAt(SqsService.Name, SqsDynamics.Waiting(SqsState.WaiterKey(waiter.Queue, waiter.Sequence)), step.Now + wait);
        WatchHidden(step, queue);
        return answer;
    }

    /// <summary>Gives the visible messages of a queue to those who wait for them, first come, first served.</summary>
    internal static void Serve(Step step, string queueName)
    {
        foreach (var waiter in step.Table(SqsState.Waiters).WithPrefix($"{queueName}\n"))
        {
            if (SqsOperations.Find(step, queueName) is not { } queue || Receiving.Take(step, queue, waiter.Request) is not { Count: > 0 } received)
            {
                break;
            }

            Answer(step, waiter, Receiving.Response(received));
        }

        if (SqsOperations.Find(step, queueName) is { } still)
        {
            WatchHidden(step, still);
        }
    }

    internal static void Refuse(Step step, Queue queue, Refusal refusal)
    {
        foreach (var waiter in step.Table(SqsState.Waiters).WithPrefix($"{queue.Name}\n"))
        {
            Answer(step, waiter, refusal);
        }
    }

    /// <summary>A client has waited long enough.</summary>
    internal static void WaitedLongEnough(Step step, string waiterKey) =>
        Answer(step, step.Table(SqsState.Waiters).Get(waiterKey), Receiving.Response([]));

    /// <summary>No connection outlives the cloud.</summary>
    internal static void Started(Step step)
    {
        foreach (var waiter in step.Table(SqsState.Waiters).All)
        {
            Remove(step, waiter);
        }
    }

    private static void Answer(Step step, Waiter waiter, Outcome<ReceiveMessageResponse> answer)
    {
        Remove(step, waiter);
        step.Answer(waiter.Ticket, answer.Select(response => new Answer(response)));
    }

    private static void Remove(Step step, Waiter waiter)
    {
        var key = SqsState.WaiterKey(waiter.Queue, waiter.Sequence);
        step.Table(SqsState.Waiters).Remove(key);
        step.CancelWake(SqsService.Name, SqsDynamics.Waiting(key));
    }

    // A delayed or hidden message comes to light without anybody's doing: only where somebody waits does it matter when.
    private static void WatchHidden(Step step, Queue queue)
    {
        var hidden = Messages.Kept(step, queue).Where(message => message.VisibleAt > step.Now).Select(message => (DateTimeOffset?)message.VisibleAt).Min();
        if (hidden is { } at && step.Table(SqsState.Waiters).WithPrefix($"{queue.Name}\n").Count > 0)
        {
            step.WakeAt(SqsService.Name, SqsDynamics.Visible(queue.Name), at);
        }
    }
}
