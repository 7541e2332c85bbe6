using Headroom.Cloud.Kernel;
using Headroom.Wire.Shapes.Sqs;

namespace Headroom.Cloud.Services.Sqs;

/// <summary>Receiving and deleting: https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_ReceiveMessage.html.</summary>
internal static partial class SqsOperations
{
    /// <summary>Messages at once where there are some; else, with a wait, as soon as there are, or none when it is over.</summary>
    internal static Outcome<ReceiveMessageResponse> ReceiveMessage(Step step, ReceiveMessageRequest request) => Named(step, request.QueueUrl).Then<ReceiveMessageResponse>(queue =>
    {
        if (request.MaxNumberOfMessages is < 1 or > 10)
        {
            return SqsRefusals.Invalid("MaxNumberOfMessages", request.MaxNumberOfMessages, "Must be between 1 and 10, if provided.");
        }

        if (request.WaitTimeSeconds is < 0 or > 20)
        {
            return SqsRefusals.Invalid("WaitTimeSeconds", request.WaitTimeSeconds, "Must be >= 0 and <= 20, if provided.");
        }

        var received = Receiving.Take(step, queue, request);
        var wait = request.WaitTimeSeconds is { } seconds ? TimeSpan.FromSeconds(seconds) : queue.Seconds(QueueAttributes.ReceiveWait);
        return received.Count > 0 || wait == TimeSpan.Zero
            ? Receiving.Response(received)
            : LongPolls.Wait(step, Find(step, queue.Name)!, request, wait);
    });

    internal static Outcome<DeleteMessageResponse> DeleteMessage(Step step, DeleteMessageRequest request) => Named(step, request.QueueUrl).Then<DeleteMessageResponse>(queue =>
        Delete(step, queue, request.ReceiptHandle) is { } refusal ? refusal : new DeleteMessageResponse());

    internal static Outcome<DeleteMessageBatchResponse> DeleteMessageBatch(Step step, DeleteMessageBatchRequest request) => Named(step, request.QueueUrl).Then<DeleteMessageBatchResponse>(queue =>
    {
        if (BatchFault([.. request.Entries.Select(entry => entry.Id)]) is { } fault)
        {
            return fault;
        }

        var outcomes = request.Entries.Select(entry => (entry.Id, Refusal: Delete(step, queue, entry.ReceiptHandle))).ToList();
        return new DeleteMessageBatchResponse
        {
            Successful = [.. outcomes.Where(outcome => outcome.Refusal is null).Select(outcome => new DeleteMessageBatchResultEntry { Id = outcome.Id })],
            Failed = [.. outcomes.Where(outcome => outcome.Refusal is not null).Select(outcome => Failed(outcome.Id, outcome.Refusal!))],
        };
    });

    internal static Outcome<ChangeMessageVisibilityResponse> ChangeMessageVisibility(Step step, ChangeMessageVisibilityRequest request) =>
        Named(step, request.QueueUrl).Then<ChangeMessageVisibilityResponse>(queue =>
            ChangeVisibility(step, queue, request.ReceiptHandle, request.VisibilityTimeout) is { } refusal ? refusal : new ChangeMessageVisibilityResponse());

    internal static Outcome<ChangeMessageVisibilityBatchResponse> ChangeMessageVisibilityBatch(
        Step step,
        ChangeMessageVisibilityBatchRequest request) =>
        Named(step, request.QueueUrl).Then<ChangeMessageVisibilityBatchResponse>(queue =>
        {
            if (BatchFault([.. request.Entries.Select(entry => entry.Id)]) is { } fault)
            {
                return fault;
            }

            var outcomes = request.Entries.Select(entry => (entry.Id, Refusal: ChangeVisibility(step, queue, entry.ReceiptHandle, entry.VisibilityTimeout ?? 0))).ToList();
            return new ChangeMessageVisibilityBatchResponse
            {
                Successful = [.. outcomes.Where(outcome => outcome.Refusal is null).Select(outcome => new ChangeMessageVisibilityBatchResultEntry { Id = outcome.Id })],
                Failed = [.. outcomes.Where(outcome => outcome.Refusal is not null).Select(outcome => Failed(outcome.Id, outcome.Refusal!))],
            };
        });

    private static Refusal? Delete(Step step, Queue queue, string handle)
    {
        if (!Receipts.TryFind(step, queue, handle, out var message))
        {
            return SqsRefusals.BadReceipt(handle);
        }

        if (message is not null)
        {
            Messages.Remove(step, queue, message);
        }

        return null;
    }

    private static Refusal? ChangeVisibility(Step step, Queue queue, string handle, int seconds)
    {
        if (seconds is < 0 or > 43_200)
        {
            return SqsRefusals.Invalid("VisibilityTimeout", seconds, "VisibilityTimeout must be an integer between 0 and 43200");
        }

        if (!Receipts.TryFind(step, queue, handle, out var message))
        {
            return SqsRefusals.BadReceipt(handle);
        }

        if (message is null || message.VisibleAt <= step.Now)
        {
            return new("MessageNotInflight", "The specified message isn't in flight.");
        }

        Messages.Put(step, queue, message with { VisibleAt = step.Now + TimeSpan.FromSeconds(seconds) });
        LongPolls.Serve(step, queue.Name);
        return null;
    }
}
