using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Headroom.Wire.Shapes.Sqs;

namespace Headroom.Cloud.Services.Sqs;

/// <summary>
/// The MD5 digests that clients check
/// (https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-message-metadata.html).
/// </summary>
internal static class MessageDigests
{
    private const byte Text = 1;
    private const byte Binary = 2;

    internal static string OfBody(string body) => Hex(Encoding.UTF8.GetBytes(body));

    /// <summary>
    /// Null where there are no attributes. Each is its name, its type, a byte for its form and its value, in the order of names,
    /// lengths as four bytes.
    /// </summary>
    internal static string? OfAttributes(IReadOnlyDictionary<string, MessageAttributeValue> attributes) =>
        OfAttributes(attributes.Select(one => (one.Key, one.Value.DataType, one.Value.StringValue, one.Value.BinaryValue)));

    /// <summary>The same of system attributes.</summary>
    internal static string? OfAttributes(IReadOnlyDictionary<string, MessageSystemAttributeValue> attributes) =>
        OfAttributes(attributes.Select(one => (one.Key, one.Value.DataType, one.Value.StringValue, one.Value.BinaryValue)));

    private static string? OfAttributes(IEnumerable<(string Name, string DataType, string? Text, byte[]? Bytes)> attributes)
    {
        var bytes = new MemoryStream();
        foreach (var (name, type, text, binary) in attributes.OrderBy(attribute => attribute.Name, StringComparer.Ordinal))
        {
            Append(bytes, Encoding.UTF8.GetBytes(name));
            Append(bytes, Encoding.UTF8.GetBytes(type));
            bytes.WriteByte(binary is null ? Text : Binary);
            Append(bytes, binary ?? Encoding.UTF8.GetBytes(text ?? ""));
        }

        return bytes.Length == 0 ? null : Hex(bytes.ToArray());
    }

    private static void Append(MemoryStream bytes, byte[] part)
    {
        Span<byte> length = stackalloc byte[4];
        BinaryPrimitives.WriteInt32BigEndian(length, part.Length);
        bytes.Write(length);
        bytes.Write(part);
    }

#pragma warning disable CA5351 // MD5 is what the protocol asks for; it protects nothing here
    private static string Hex(byte[] bytes) => Convert.ToHexStringLower(MD5.HashData(bytes));
#pragma warning restore CA5351
}
