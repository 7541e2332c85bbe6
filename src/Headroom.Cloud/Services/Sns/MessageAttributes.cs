using System.Globalization;
using Headroom.Cloud.Kernel;
using Headroom.Wire.Shapes.Sns;

namespace Headroom.Cloud.Services.Sns;

/// <summary>What attributes a message can have: https://docs.aws.amazon.com/sns/latest/dg/sns-message-attributes.html.</summary>
internal static class MessageAttributes
{
    private const int LongestName = 256;

    /// <summary>Null where all of them can be.</summary>
    internal static Refusal? Fault(IReadOnlyDictionary<string, MessageAttributeValue> attributes) =>
        attributes.Select(attribute => OfName(attribute.Key) ?? OfValue(attribute.Key, attribute.Value)).FirstOrDefault(fault => fault is not null) is { } fault
            ? new("ParameterValueInvalid", fault)
            : null;

    private static string? OfName(string name) =>
        name.Length > LongestName ? "Length of message attribute name must be less than 256 bytes."
        : name.StartsWith('.') ? "Invalid message attribute name starting with character '.' was found."
        : name.EndsWith('.') ? "Invalid message attribute name ending with character '.' was found."
        : name.FirstOrDefault(letter => !char.IsAsciiLetterOrDigit(letter) && letter is not ('_' or '-' or '.')) is var wrong and not '\0' ?
            $"Invalid non-alphanumeric character '#x{(int)wrong:X}' was found in the message attribute name. "
            + "Can only include alphanumeric characters, hyphens, underscores, or dots."
        : name.Contains("..", StringComparison.Ordinal) ? "Message attribute name can not have successive '.' character."
        : null;

    private static string? OfValue(string name, MessageAttributeValue value)
    {
        var field = value.DataType.Split('.')[0] switch { "String" or "Number" => "String", "Binary" => "Binary", _ => null };
        if (field is null)
        {
            return $"The message attribute '{name}' has an invalid message attribute type, the set of supported type prefixes is Binary, Number, and String.";
        }

        var (given, length, other) = field == "String"
            ? (value.StringValue is not null, value.StringValue?.Length, value.BinaryValue is not null)
            : (value.BinaryValue is not null, value.BinaryValue?.Length, value.StringValue is not null);
        return !given && other ? $"The message attribute '{name}' with type '{value.DataType}' must use field '{field}'."
            : length is null or 0 ? $"The message attribute '{name}' must contain non-empty message attribute value for message attribute type '{value.DataType}'."
            : value.DataType == "Number" && !IsNumber(value.StringValue!) ? $"Could not cast message attribute '{name}' value to number."
            : null;
    }

    private static bool IsNumber(string text) => double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number);
}
