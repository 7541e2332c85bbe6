using Headroom.Cloud.Kernel;

namespace Headroom.Cloud.Services.Sqs;

/// <summary>What SQS refuses, in its words.</summary>
internal static class SqsRefusals
{
    internal static Refusal NoQueue => new("QueueDoesNotExist", "The specified queue does not exist.");

    internal static Refusal BadReceipt(string handle) =>
        new("ReceiptHandleIsInvalid", $"The input receipt handle \"{handle}\" is not a valid receipt handle.");

    internal static Refusal InvalidParameter(string message) => new("InvalidParameterValue", message);

    internal static Refusal Invalid(string name, object? value, string reason) =>
        InvalidParameter($"Value {value} for parameter {name} is invalid. Reason: {reason}");
}
