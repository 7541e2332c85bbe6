using System.Text.Json.Nodes;

namespace Headroom.Cloud.Log;

/// <summary>Something that happened in the cloud. Everything visible is a projection of these.</summary>
/// <param name="Sequence">Position in the log, from 1; given by the kernel.</param>
/// <param name="Time">Cloud time of the step it happened in.</param>
/// <param name="Service">The room it happened in, e.g. <c>ecs</c>.</param>
/// <param name="Type">What happened: AWS's detail-type where AWS publishes such an event, else a short name.</param>
/// <param name="Resources">ARNs (or ids) of what it happened to.</param>
/// <param name="Detail">The particulars, as AWS shows them where it does.</param>
/// <param name="Source">The EventBridge source (<c>aws.ecs</c>) where AWS puts the event on the default bus; null for what only the log hears.</param>
public sealed record CloudEvent(
    long Sequence,
    DateTimeOffset Time,
    string Service,
    string Type,
    IReadOnlyList<string> Resources,
    JsonObject Detail,
    string? Source);
