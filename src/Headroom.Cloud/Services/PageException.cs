using Headroom.Cloud.Kernel;

namespace Headroom.Cloud.Services;

/// <summary>A caller asked for a page that there is not. The <see cref="Dispatcher"/> turns it into the refusal that the caller gets, in the service's words.</summary>
internal abstract class PageException(string message) : Exception(message)
{
    /// <summary>What the room says to it.</summary>
    internal abstract Refusal In(ServiceRoom room);

    /// <summary>The token is none that an answer gave out.</summary>
    internal sealed class UnknownToken(string token) : PageException($"No answer gave out the token {token}.")
    {
        internal override Refusal In(ServiceRoom room) => room.UnknownToken(token);
    }

    /// <summary>So many items are no page: the service's pages have 1 to <paramref name="most"/>.</summary>
    internal sealed class Size(int most) : PageException($"A page has 1 to {most} items.")
    {
        internal override Refusal In(ServiceRoom room) => room.PageSize(most);
    }
}
