using System.Collections.Immutable;
using Headroom.Bench.Staging;

namespace Headroom.Bench.Comparison;

/// <summary>What happens to a service with 1 to 5 tasks that idles at 1, and what should come of it.</summary>
/// <param name="What">What happens.</param>
/// <param name="Should">What should come of it.</param>
internal sealed record Scenario(string What, string Should)
{
    /// <summary>Done before the first notification.</summary>
    internal Action<DeployedStack> Before { get; init; } = _ => { };

    /// <summary>What happens when, from the first notification on.</summary>
    internal required ImmutableArray<Happening> Happenings { get; init; }

    /// <summary>Until when capacity is promised, from the first notification on; null where nothing may be held.</summary>
    internal TimeSpan? HeldUntil { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>The tasks that are promised.</summary>
    internal int Promised { get; init; } = 5;

    /// <summary>The MinCapacity that should be there afterwards; null is what was there before.</summary>
    internal int? MinAfterwards { get; init; }

    /// <summary>How long it is watched.</summary>
    internal TimeSpan Watched { get; init; } = TimeSpan.FromMinutes(45);
}

/// <summary>Something that happens.</summary>
/// <param name="At">Since the first notification.</param>
/// <param name="Act">Does it.</param>
internal sealed record Happening(TimeSpan At, Action<DeployedStack> Act);
