using System.Collections.Immutable;
using Headroom.Traffic.Work;

namespace Headroom.Cloud.Services.Traffic;

/// <summary>The completed minutes of an hour, in order.</summary>
internal sealed record LoadHour(ImmutableArray<ServedMinute> Minutes);
