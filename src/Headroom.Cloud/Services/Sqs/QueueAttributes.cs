using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Headroom.Cloud.Kernel;
using Headroom.Wire.Json;

namespace Headroom.Cloud.Services.Sqs;

/// <summary>
/// The attributes of standard queues:
/// https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_SetQueueAttributes.html.
/// </summary>
internal static class QueueAttributes
{
    internal const string VisibilityTimeout = "VisibilityTimeout";
    internal const string DelaySeconds = "DelaySeconds";
    internal const string ReceiveWait = "ReceiveMessageWaitTimeSeconds";
    internal const string Retention = "MessageRetentionPeriod";
    internal const string MaximumSize = "MaximumMessageSize";
    internal const string Policy = "Policy";
    internal const string RedrivePolicy = "RedrivePolicy";

    /// <summary>Default, least and greatest of the numbers, in seconds and bytes.</summary>
    private static readonly Dictionary<string, (string Default, int Least, int Greatest)> Numbers = new()
    {
        [VisibilityTimeout] = ("30", 0, 43_200),
        [DelaySeconds] = ("0", 0, 900),
        [ReceiveWait] = ("0", 0, 20),
        [Retention] = ("345600", 60, 1_209_600),
        [MaximumSize] = ("1048576", 1024, 1_048_576),
        ["KmsDataKeyReusePeriodSeconds"] = ("300", 60, 86_400),
    };

    /// <summary>Kept and shown; queues here are neither encrypted nor redriven on request.</summary>
    private static readonly HashSet<string> Texts = [Policy, RedrivePolicy, "RedriveAllowPolicy", "KmsMasterKeyId", "SqsManagedSseEnabled"];

    internal static Dictionary<string, string> Defaults => new(Numbers.Where(number => number.Key != "KmsDataKeyReusePeriodSeconds")
        .Select(number => KeyValuePair.Create(number.Key, number.Value.Default)))
    {
        ["SqsManagedSseEnabled"] = "true",
    };

    /// <summary>The attributes with what is given set; an empty text takes an attribute away.</summary>
    internal static Outcome<Attributes> Set(Step step, IReadOnlyDictionary<string, string> before, IReadOnlyDictionary<string, string>? given)
    {
        var after = new SortedDictionary<string, string>(before.ToDictionary(), StringComparer.Ordinal);
        foreach (var (name, value) in given ?? new Dictionary<string, string>())
        {
            if (Fault(step, name, value) is { } fault)
            {
                return fault;
            }

            if (value.Length == 0)
            {
                after.Remove(name);
            }
            else
            {
                after[name] = value;
            }
        }

        return new Attributes(after);
    }

    private static Refusal? Fault(Step step, string name, string value)
    {
        if (Numbers.TryGetValue(name, out var range))
        {
            return int.TryParse(value, CultureInfo.InvariantCulture, out var number) && number >= range.Least && number <= range.Greatest
                ? null
                : new("InvalidAttributeValue", $"Invalid value for the parameter {name}.");
        }

        if (name is "FifoQueue" or "ContentBasedDeduplication")
        {
            return new("InvalidAttributeName", "The embedded cloud has standard queues only, no FIFO queues.");
        }

        if (!Texts.Contains(name))
        {
            return new("InvalidAttributeName", $"Unknown Attribute {name}.");
        }

        return (name, value) switch
        {
            (_, "") => null,
            (Policy, _) when WireJson.ObjectOrNull(value) is null => new("InvalidAttributeValue", "Invalid value for the parameter Policy."),
            (RedrivePolicy, _) when RedriveFault(step, value) is { } reason =>
                new("InvalidParameterValue", $"Value {value} for parameter RedrivePolicy is invalid. Reason: {reason}"),
            _ => null,
        };
    }

    private static string? RedriveFault(Step step, string value)
    {
        if (WireJson.ObjectOrNull(value) is not { } policy)
        {
            return "Redrive policy is not a valid JSON map.";
        }

        if (Redrive.Parse(value) is { } redrive)
        {
            return redrive.Target(step) is null ? "Dead letter target does not exist." : null;
        }

        return policy["deadLetterTargetArn"] is null
            ? "Redrive policy does not contain mandatory attribute: deadLetterTargetArn."
            : $"Invalid value for maxReceiveCount: {policy["maxReceiveCount"]}, valid values are from 1 to 1000 both inclusive.";
    }
}

/// <summary>Checked attributes.</summary>
internal sealed record Attributes(IReadOnlyDictionary<string, string> Values);

/// <summary>Where messages go that were received too often.</summary>
/// <param name="DeadLetterTargetArn">The dead-letter queue.</param>
/// <param name="MaxReceiveCount">How often a message may be received.</param>
internal sealed record Redrive(string DeadLetterTargetArn, int MaxReceiveCount)
{
    /// <summary>Null where the text is no redrive policy.</summary>
    internal static Redrive? Parse(string text)
    {
        try
        {
            return WireJson.Parse(text) is JsonObject policy
                && policy["deadLetterTargetArn"]?.ToString() is { } target
                && int.TryParse(policy["maxReceiveCount"]?.ToString(), CultureInfo.InvariantCulture, out var count)
                && count is >= 1 and <= 1000
                    ? new(target, count)
                    : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    internal Queue? Target(Step step) => Arn.TryParse(DeadLetterTargetArn, out var arn) ? step.Table(SqsState.Queues).Find(arn.Resource) : null;
}
