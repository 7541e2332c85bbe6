namespace Headroom.Cloud.Services.Traffic;

/// <summary>
/// The load on services. AWS has no such API: in its place stand the people who use what runs there. Clients reach it under
/// <c>/_headroom/</c> of the endpoint.
/// </summary>
public static class TrafficService
{
    internal const string Name = "headroom-traffic";

    /// <summary>The room.</summary>
    public static ServiceRoom Room { get; } = new(Name,
    [
        Operation.Of<PutTrafficRequest, TrafficResponse>("PutTraffic", TrafficOperations.PutTraffic),
        Operation.Of<GetTrafficRequest, TrafficResponse>("GetTraffic", TrafficOperations.GetTraffic),
        Operation.Of<GetTrafficRequest, TrafficResponse>("DeleteTraffic", TrafficOperations.DeleteTraffic),
    ])
    {
        Heard = TrafficDynamics.Heard,
    };
}
