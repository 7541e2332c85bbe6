using System.Collections.Immutable;
using Headroom.States.Paths;

namespace Headroom.States.Definition;

/// <summary>What Task, Parallel and Map have in common: they have a result, and they can fail and be tried again.</summary>
internal abstract record RetryableState : StateDefinition
{
    public Template? Parameters { get; init; }

    public Template? ResultSelector { get; init; }

    public ResultPath ResultPath { get; init; }

    public ImmutableArray<Retrier> Retry { get; init; } = [];

    public ImmutableArray<Catcher> Catch { get; init; } = [];
}
