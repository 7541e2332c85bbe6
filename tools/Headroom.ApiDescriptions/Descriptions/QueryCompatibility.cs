using System.Text.Json.Nodes;

namespace Headroom.Tools.ApiDescriptions.Descriptions;

/// <summary>
/// SQS's model speaks JSON only, but older clients still send Query, and JSON clients show the codes of that time. Codes and
/// names are left out of the model; they are added here
/// (<see href="https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/UndeclaredErrors.html"/>).
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

    /// <summary>The names that lists and maps have in forms and XML: <c>Attribute.1.Name</c>, <c>SendMessageBatchRequestEntry.1.Id</c>.</summary>
    public static void AddSqsNames(IReadOnlyDictionary<string, JsonObject> shapes)
    {
        foreach (var (name, shape) in shapes)
        {
            switch ((string)shape["type"]!)
            {
                case "list":
                    shape["memberName"] = ElementName(name, (string)shape["member"]!);
                    break;
                case "map":
                    shape["keyName"] = name == "TagMap" ? "Key" : "Name";
                    shape["valueName"] = "Value";
                    break;
                case "structure":
                    NameMaps(shape["members"]!.AsObject(), shapes);
                    break;
            }
        }
    }

    private static string ElementName(string list, string element) => list switch
    {
        "AttributeNameList" => "AttributeName",
        "QueueUrlList" => "QueueUrl",
        "StringList" => "StringListValue",
        "BinaryList" => "BinaryListValue",
        _ => element,
    };

    private static void NameMaps(JsonObject members, IReadOnlyDictionary<string, JsonObject> shapes)
    {
        foreach (var (name, shape) in members.ToList().Where(member => member.Value is JsonValue))
        {
            if ((string)shapes[(string)shape!]["type"]! == "map")
            {
                members[name] = new JsonObject
                {
                    ["shape"] = shape!.DeepClone(),
                    ["locationName"] = char.ToUpperInvariant(name[0]) + name[1..].TrimEnd('s'),
                };
            }
        }
    }
}
