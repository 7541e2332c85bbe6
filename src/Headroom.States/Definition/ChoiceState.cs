using System.Collections.Immutable;
using Headroom.States.History;
using Headroom.States.Paths;

namespace Headroom.States.Definition;

/// <summary>Goes on to where the first rule that holds leads. <see cref="StateDefinition.Next"/> is its Default.</summary>
internal sealed record ChoiceState : StateDefinition
{
    public required ImmutableArray<ChoiceRule> Choices { get; init; }

    public override HistoryEventType Entered => HistoryEventType.ChoiceStateEntered;

    public override HistoryEventType Exited => HistoryEventType.ChoiceStateExited;
}

/// <summary>One rule of a Choice.</summary>
internal sealed record ChoiceRule(Condition Condition, string Next, Template? Assign);
