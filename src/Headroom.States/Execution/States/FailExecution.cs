using Headroom.States.Data;
using Headroom.States.Definition;
using Headroom.States.Json;
using Headroom.States.Paths;

namespace Headroom.States.Execution.States;

/// <summary>Executes Fail states.</summary>
internal static class FailExecution
{
    public static void Execute(Run run, Branch branch, FailState state)
    {
        if (Evaluate(run.Evaluation, state, branch.Input) is { } error)
        {
            run.Raise(branch, error);
        }
        else
        {
            run.Fail(branch, run.Evaluation.TakeFailure());
        }
    }

    /// <summary>The error that the state stands for, or null where its paths lead nowhere, which the evaluation then tells.</summary>
    public static StateError? Evaluate(Evaluation evaluation, FailState state, JsonValue input)
    {
        var name = Text(evaluation, state.Error, input);
        var cause = evaluation.Failure is null ? Text(evaluation, state.Cause, input) : null;
        return evaluation.Failure is null ? new StateError(name, cause) : null;
    }

    private static string? Text(Evaluation evaluation, Template? template, JsonValue input) =>
        template is null ? null : evaluation.Fill(template, input) switch
        {
            null => null,
            JsonString text => text.Value,
            var value => value.ToString(),
        };
}
