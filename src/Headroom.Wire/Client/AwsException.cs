using Headroom.Wire.Protocols;

namespace Headroom.Wire.Client;

/// <summary>A service refused a call.</summary>
/// <param name="service">The service.</param>
/// <param name="operation">The operation.</param>
/// <param name="error">What it answered.</param>
public sealed class AwsException(string service, string operation, WireError error)
    : Exception($"{service} {operation}: {error.Code}: {error.Message}")
{
    /// <summary>What the service answered.</summary>
    public WireError Error { get; } = error;
}
