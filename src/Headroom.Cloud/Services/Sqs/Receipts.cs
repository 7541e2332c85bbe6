using System.Globalization;
using System.Text;
using Headroom.Cloud.Kernel;

namespace Headroom.Cloud.Services.Sqs;

/// <summary>Receipt handles: which message, and which of its receipts.</summary>
internal static class Receipts
{
    internal static string Handle(Queue queue, QueuedMessage message) =>
        Convert.ToBase64String(Encoding.UTF8.GetBytes($"{queue.Name}\n{message.Sequence}\n{message.Receipt}"));

    /// <summary>
    /// The message that a handle stands for; null where it was deleted since, or received again (an old handle does nothing);
    /// false where the handle is none.
    /// </summary>
    internal static bool TryFind(Step step, Queue queue, string handle, out QueuedMessage? message)
    {
        message = null;
        if (Parts(handle) is not [var name, var number, var receipt]
            || name != queue.Name
            || !long.TryParse(number, CultureInfo.InvariantCulture, out var sequence))
        {
            return false;
        }

        message = step.Table(SqsState.Messages).Find(SqsState.MessageKey(name, sequence)) is { } found && found.Receipt == receipt
            ? found
            : null;
        return true;
    }

    private static string[] Parts(string handle)
    {
        var bytes = new byte[handle.Length];
        return Convert.TryFromBase64String(handle, bytes, out var length) ? Encoding.UTF8.GetString(bytes, 0, length).Split('\n') : [];
    }
}
