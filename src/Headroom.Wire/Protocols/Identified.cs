using Headroom.Wire.Descriptions;

namespace Headroom.Wire.Protocols;

/// <summary>What a request asks for, and in which protocol it wants to be answered.</summary>
/// <param name="Protocol">The protocol, of the service that is asked.</param>
public abstract record Identified(Protocol Protocol)
{
    /// <summary>An operation that is described.</summary>
    /// <param name="Protocol">The protocol, of the service that is asked.</param>
    /// <param name="Operation">The operation.</param>
    public sealed record Call(Protocol Protocol, OperationDescription Operation) : Identified(Protocol);

    /// <summary>An operation or a service that is not described.</summary>
    /// <param name="Protocol">The protocol, of the service that is asked.</param>
    /// <param name="Error">The protocol's error for it, which names the operation.</param>
    public sealed record Unknown(Protocol Protocol, WireError Error) : Identified(Protocol);
}
