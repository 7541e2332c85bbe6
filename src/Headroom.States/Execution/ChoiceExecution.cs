using Headroom.States.Definition;
using Headroom.States.Json;

namespace Headroom.States.Execution;

/// <summary>Executes Choice states: the first rule that holds decides, else the Default.</summary>
internal static class ChoiceExecution
{
    public static void Execute(Run run, Branch branch, ChoiceState state)
    {
        if (run.Evaluation.Select(state.InputPath, branch.Input) is not { } input)
        {
            run.Fail(branch, run.Evaluation.TakeFailure());
            return;
        }

        foreach (var rule in state.Choices)
        {
            run.Evaluation.Input = input;
            var holds = Conditions.Hold(rule.Condition, run.Evaluation);
            if (run.Evaluation.Failure is not null)
            {
                run.Fail(branch, run.Evaluation.TakeFailure());
                return;
            }

            if (holds)
            {
                run.Leave(branch, input, branch.Input, rule.Next, rule.Assign ?? state.Assign);
                return;
            }
        }

        if (state.Next is null)
        {
            run.Fail(branch, new StateError(
                StateError.NoChoiceMatched, "Failed to transition out of the state. The state has no matching rule and no default choice."));
        }
        else
        {
            run.Leave(branch, input, branch.Input);
        }
    }
}
