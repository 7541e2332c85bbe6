using System.Globalization;

namespace Headroom.Cloud.Services.S3;

/// <summary>The one range of a Range header (RFC 9110 §14.2), cut to the body.</summary>
internal sealed record ByteRange(int First, int Last)
{
    internal int Length => Last - First + 1;

    /// <summary>Null where the header is absent or of a form that S3 ignores; a range of no length where it cannot be satisfied.</summary>
    internal static ByteRange? Of(string? header, int length)
    {
        if (header?.Split('=', 2) is not ["bytes", var range] || range.Split('-', 2) is not [var from, var to])
        {
            return null;
        }

        return (Number(from), Number(to)) switch
        {
            ({ } first, { } last) => new((int)Math.Min(first, length), (int)Math.Min(last, length - 1)),
            ({ } first, null) when to.Length == 0 => new((int)Math.Min(first, length), length - 1),
            (null, { } suffix) when from.Length == 0 => new((int)Math.Max(0, length - suffix), length - 1),
            _ => null,
        };
    }

    private static long? Number(string text) => long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
