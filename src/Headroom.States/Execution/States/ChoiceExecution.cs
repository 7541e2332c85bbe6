using Headroom.States.Data;
using Headroom.States.Definition;
using Headroom.States.Json;
using Headroom.States.Paths;

namespace Headroom.States.Execution.States;

/// <summary>Executes Choice states: the first rule that holds decides, else the Default.</summary>
internal static class ChoiceExecution
{
    public static void Execute(Run run, Branch branch, ChoiceState state)
    {
        if (run.Evaluation.Select(state.InputPath, branch.Input) is { } input && Choose(run.Evaluation, state, input) is { } choice)
        {
            run.Leave(branch, input, choice.Next, choice.Assign);
        }
        else
        {
            run.Fail(branch, run.Evaluation.TakeFailure());
        }
    }

    /// <summary>
    /// Where to go on: the rule's Next with the rule's Assign, or the Default with the state's. Null where nowhere or a rule cannot be evaluated, which the
    /// evaluation then tells.
    /// </summary>
    public static Choice? Choose(Evaluation evaluation, ChoiceState state, JsonValue input)
    {
        evaluation.Input = input;
        foreach (var rule in state.Choices)
        {
            var holds = Conditions.Hold(rule.Condition, evaluation);
            if (evaluation.Failure is not null)
            {
                return null;
            }

            if (holds)
            {
                return new Choice(rule.Next, rule.Assign);
            }
        }

        if (state.Next is null)
        {
            // AWS documents States.NoChoiceMatched for this, and answers States.Runtime.
            evaluation.Fail(StateError.Runtime, "Failed to transition out of the state. The state does not point to a next state.");
            return null;
        }

        return new Choice(state.Next, state.Assign);
    }

    /// <summary>Where a Choice goes on, and what it assigns on the way.</summary>
    internal readonly record struct Choice(string Next, Template? Assign);
}
