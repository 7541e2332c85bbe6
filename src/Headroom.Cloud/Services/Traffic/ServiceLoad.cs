using System.Text.Json.Serialization;
using Headroom.Traffic.Rates;
using Headroom.Traffic.Work;

namespace Headroom.Cloud.Services.Traffic;

/// <summary>A service's load, and how far it has been served. It is served further only when somebody asks, or when its tasks change.</summary>
internal sealed record ServiceLoad
{
    public required string Cluster { get; init; }

    public required string Service { get; init; }

    public IReadOnlyList<RequestRate> Rates { get; init; } = [];

    public TaskWork Work { get; init; } = new();

    public required TaskSize Size { get; init; }

    public int Running { get; init; }

    public int Serving { get; init; }

    public required Backlog Backlog { get; init; }

    /// <summary>Since the load was first set, as are <see cref="Served"/> and <see cref="Dropped"/>: requests of completed minutes.</summary>
    public double Offered { get; init; }

    public double Served { get; init; }

    public double Dropped { get; init; }

    [JsonIgnore]
    public string Key => $"{Cluster}/{Service}";

    [JsonIgnore]
    public LoadModel Model => new(Rates, Work, Size);
}
