using Headroom.States.Definition;

namespace Headroom.States.Execution.States;

/// <summary>Executes Pass states.</summary>
internal static class PassExecution
{
    public static void Execute(Run run, Branch branch, PassState state)
    {
        var evaluation = run.Evaluation;
        if (evaluation.Select(state.InputPath, branch.Input) is { } input && evaluation.Fill(state.Parameters, input) is { } payload)
        {
            var result = state.Result ?? payload;
            run.Complete(branch, result, selector: null, state.ResultPath, branch.Input);
        }
        else
        {
            run.Fail(branch, evaluation.TakeFailure());
        }
    }
}
