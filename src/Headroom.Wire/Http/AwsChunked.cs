using System.Globalization;
using System.Text;

namespace Headroom.Wire.Http;

/// <summary>
/// Chunks of <c>SIZE[;chunk-signature=…]\r\n DATA \r\n</c> up to one of size 0, then trailers, which are not looked at: on a
/// loopback connection TCP has checked the bytes already.
/// </summary>
internal static class AwsChunked
{
    /// <summary>The data of all chunks; null where the body ends early or a size is no hexadecimal number.</summary>
    public static byte[]? Decode(byte[] body)
    {
        var data = new MemoryStream(body.Length);
        var position = 0;
        while (true)
        {
            var end = body.AsSpan(position).IndexOf("\r\n"u8);
            if (end < 0)
            {
                return null;
            }

            var header = Encoding.ASCII.GetString(body, position, end).Split(';')[0];
            position += end + 2;
            if (!int.TryParse(header, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var size)
                || size < 0 || size > body.Length - position)
            {
                return null;
            }

            if (size == 0)
            {
                return data.ToArray();
            }

            data.Write(body, position, size);
            position += size + 2;
            if (position > body.Length)
            {
                return null;
            }
        }
    }
}
