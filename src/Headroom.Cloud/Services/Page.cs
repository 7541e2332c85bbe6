using System.Text;

namespace Headroom.Cloud.Services;

/// <summary>One page of a longer list, as AWS's list operations give it.</summary>
/// <param name="Items">The items of this page.</param>
/// <param name="NextToken">Opaque text that asks for what follows; null on the last page.</param>
internal sealed record Page<T>(IReadOnlyList<T> Items, string? NextToken);

/// <summary>Cuts lists into pages.</summary>
internal static class Page
{
    /// <summary>Up to <paramref name="size"/> items, in the order given, after the one whose key the token holds.</summary>
    /// <exception cref="PageException">The token is none of ours.</exception>
    internal static Page<T> Of<T>(IEnumerable<T> items, Func<T, string> key, string? token, int size)
    {
        var after = token is null ? null : Key(token);
        var rest = after is null ? items : items.SkipWhile(item => key(item) != after).Skip(1);
        var page = rest.Take(size + 1).ToList();
        return page.Count > size
            ? new(page[..size], Convert.ToBase64String(Encoding.UTF8.GetBytes(key(page[size - 1]))))
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

    private static string Key(string token)
    {
        var bytes = new byte[token.Length];
        return Convert.TryFromBase64String(token, bytes, out var length)
            ? Encoding.UTF8.GetString(bytes, 0, length)
            : throw new PageException.UnknownToken(token);
    }
}
