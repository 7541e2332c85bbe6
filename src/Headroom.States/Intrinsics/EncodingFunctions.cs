using System.Security.Cryptography;
using System.Text;
using Headroom.States.Json;

namespace Headroom.States.Intrinsics;

/// <summary>States.Base64… and States.Hash.</summary>
internal static class EncodingFunctions
{
    private const int LongestText = 10_000;

    public static FunctionResult Base64Encode(JsonValue text) => text switch
    {
        JsonString { Value.Length: <= LongestText } s => FunctionResult.Of(Convert.ToBase64String(Encoding.UTF8.GetBytes(s.Value))),
        JsonString => TooLong,
        _ => FunctionResult.Wrong("The argument must be a string"),
    };

    public static FunctionResult Base64Decode(JsonValue text)
    {
        if (text is not JsonString s)
        {
            return FunctionResult.Wrong("The argument must be a string");
        }

        var bytes = new byte[s.Value.Length];
        return s.Value.Length > LongestText ? TooLong
            : Convert.TryFromBase64String(s.Value, bytes, out var count) ? FunctionResult.Of(Encoding.UTF8.GetString(bytes, 0, count))
            : FunctionResult.Wrong("The argument is not valid Base64");
    }

    /// <summary>The digest of a text, or of another value's JSON text, in hexadecimal.</summary>
    public static FunctionResult Hash(JsonValue data, JsonValue algorithm)
    {
        var text = data is JsonString s ? s.Value : data.ToString();
        var bytes = Encoding.UTF8.GetBytes(text);
        return text.Length > LongestText ? TooLong : (algorithm as JsonString)?.Value switch
        {
#pragma warning disable CA5350, CA5351 // the language offers these digests; nothing here relies on them
            "MD5" => Hex(MD5.HashData(bytes)),
            "SHA-1" => Hex(SHA1.HashData(bytes)),
#pragma warning restore CA5350, CA5351
            "SHA-256" => Hex(SHA256.HashData(bytes)),
            "SHA-384" => Hex(SHA384.HashData(bytes)),
            "SHA-512" => Hex(SHA512.HashData(bytes)),
            _ => FunctionResult.Wrong("The algorithm must be one of MD5, SHA-1, SHA-256, SHA-384, SHA-512"),
        };
    }

    private static FunctionResult TooLong => FunctionResult.Wrong($"The argument must not be longer than {LongestText} characters");

    private static FunctionResult Hex(byte[] bytes) => FunctionResult.Of(Convert.ToHexStringLower(bytes));
}
