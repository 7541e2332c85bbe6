using System.Text;
using System.Text.Json.Nodes;

namespace Headroom.Cloud.Tests.StepFunctions.Damaged;

/// <summary>Requests as bytes, some of which are no JSON or no text.</summary>
internal static class DamagedBody
{
    private static readonly byte[][] Odd =
    [
        [0xff], [0xed, 0xa0, 0xbc], [0xc0, 0x80], [0], "\\ud83c"u8.ToArray(), "\\\\ud83c"u8.ToArray(), "\\u0000"u8.ToArray(), "\""u8.ToArray(), "}"u8.ToArray(),
        "\\"u8.ToArray(), [0xef, 0xbb, 0xbf], "NaN"u8.ToArray(), "1e999"u8.ToArray(), Encoding.UTF8.GetBytes(new string('[', 2000)),
    ];

    /// <summary>The request as bytes; one in <paramref name="rarity"/> is damaged.</summary>
    public static byte[] Of(JsonObject request, Random random, int rarity)
    {
        var body = Encoding.UTF8.GetBytes(request.ToJsonString());
        if (random.Next(rarity) > 0)
        {
            return body;
        }

        var at = random.Next(body.Length);
        return random.Next(3) switch
        {
            0 => body[..at],
            1 => [.. body[..at], .. body[random.Next(body.Length)..]],
            _ => [.. body[..at], .. Odd[random.Next(Odd.Length)], .. body[at..]],
        };
    }
}
