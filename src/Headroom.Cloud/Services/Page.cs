using System.Globalization;
using System.Text;

namespace Headroom.Cloud.Services;

/// <summary>One page of a longer list, as AWS's list operations give it.</summary>
/// <param name="Items">The items of this page.</param>
/// <param name="NextToken">Opaque text that asks for what follows; null on the last page.</param>
internal sealed record Page<T>(IReadOnlyList<T> Items, string? NextToken);

/// <summary>Cuts lists into pages.</summary>
internal static class Page
{
    /// <summary>Up to <paramref name="size"/> items, in the order given, after the one that the token names; where that one is gone, from where it stood.</summary>
    /// <exception cref="PageException">The token is none of ours.</exception>
    internal static Page<T> Of<T>(IEnumerable<T> items, Func<T, string> key, string? token, int size)
    {
        var (all, first) = token is null ? (items, 0) : From([.. items], key, Place.Read(token));
        var page = all.Skip(first).Take(size + 1).ToList();
        return page.Count > size
            ? new(page[..size], new Place(first + size, key(page[size - 1])).Token)
            : new(page, null);
    }

    /// <summary>What was asked for, or where nothing was, <paramref name="byDefault"/>; for services whose models do not say how long a page may be.</summary>
    /// <exception cref="PageException">It is not from 1 to <paramref name="most"/>.</exception>
    internal static int Size(int? wanted, int byDefault, int most) => wanted switch
    {
        null => byDefault,
        < 1 => throw new PageException.Size(most),
        { } size when size > most => throw new PageException.Size(most),
        { } size => size,
    };

    private static (IEnumerable<T> All, int First) From<T>(List<T> all, Func<T, string> key, Place place) =>
        (all, all.FindIndex(item => key(item) == place.Key) is var last and >= 0 ? last + 1 : place.Count - 1);

    // The last item of a page: how many there were up to it, and its key.
    private sealed record Place(int Count, string Key)
    {
        internal string Token => Convert.ToBase64String(Encoding.UTF8.GetBytes($"{Count} {Key}"));

        internal static Place Read(string token)
        {
            var bytes = new byte[token.Length];
            return Convert.TryFromBase64String(token, bytes, out var length)
                && Encoding.UTF8.GetString(bytes, 0, length).Split(' ', 2) is [var count, var key]
                && int.TryParse(count, NumberStyles.None, CultureInfo.InvariantCulture, out var items)
                && items > 0
                ? new(items, key)
                : throw new PageException.UnknownToken(token);
        }
    }
}
