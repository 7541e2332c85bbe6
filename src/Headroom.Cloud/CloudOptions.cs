using System.Net;

namespace Headroom.Cloud;

/// <summary>How an embedded cloud is started.</summary>
public sealed record CloudOptions
{
    /// <summary>The account that is simulated.</summary>
    public string AccountId { get; init; } = "123456789012";

    /// <summary>The Region that is simulated.</summary>
    public string Region { get; init; } = "us-east-1";

    /// <summary>Where to listen: loopback, unless somebody says otherwise.</summary>
    public IPAddress Address { get; init; } = IPAddress.Loopback;

    /// <summary>Port; 0 takes a free one.</summary>
    public int Port { get; init; } = 4566;

    /// <summary>Cloud seconds per wall second, at least 1.</summary>
    public double Speed { get; init; } = 1;

    /// <summary>Cloud time to begin at; null is the wall's. A kept state that is ahead of it goes on from its own.</summary>
    public DateTimeOffset? Start { get; init; }

    /// <summary>Folder to keep the cloud's state in, or null: in memory.</summary>
    public string? DataDirectory { get; init; }

    /// <summary>Seed of ids and chance; null draws one.</summary>
    public ulong? Seed { get; init; }
}
