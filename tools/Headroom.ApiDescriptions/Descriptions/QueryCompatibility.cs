using System.Text.Json.Nodes;

namespace Headroom.ApiDescriptions.Descriptions;

/// <summary>
/// SQS's model speaks JSON only, but older clients still send Query, and JSON clients show the codes of that time, which
/// the model leaves out (<see href="https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/CommonErrors.html"/>).
/// </summary>
internal static class QueryCompatibility
{
    public const string Sqs = "sqs";
    public const string SqsNamespace = "http://queue.amazonaws.com/doc/2012-11-05/";

    private static readonly string[] UnchangedCodes =
        ["InvalidAttributeName", "InvalidAttributeValue", "InvalidMessageContents", "InvalidIdFormat", "InvalidAddress",
         "InvalidSecurity", "OverLimit", "ReceiptHandleIsInvalid", "RequestThrottled", "ResourceNotFoundException"];

    public static void AddSqsCodes(IReadOnlyDictionary<string, JsonObject> shapes)
    {
        foreach (var (name, shape) in shapes.Where(shape => shape.Value.ContainsKey("error")))
        {
            shape["code"] = name switch
            {
                "QueueDoesNotExist" => "AWS.SimpleQueueService.NonExistentQueue",
                "QueueNameExists" => "QueueAlreadyExists",
                _ when name.StartsWith("Kms", StringComparison.Ordinal) => $"KMS.{name[3..]}Exception",
                _ when UnchangedCodes.Contains(name) => name,
                _ => $"AWS.SimpleQueueService.{name}",
            };
        }
    }
}
