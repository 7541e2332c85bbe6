using System.Collections.Immutable;
using Headroom.Traffic.Work;

namespace Headroom.Cloud.Services.Traffic;

/// <summary>Completed minutes of a service, in order: ten at most, so that adding one copies little.</summary>
internal sealed record ServedMinutes(ImmutableArray<ServedMinute> Minutes);
