using Headroom.States.Definition;
using Headroom.States.Reading;

namespace Headroom.States.Validation;

/// <summary>Every transition leads to a state of the same scope, one leads to every state, and the machine can end.</summary>
internal static class TransitionChecks
{
    /// <param name="scope">The states that could be read.</param>
    /// <param name="names">The names of all states, also of those that could not be read.</param>
    /// <param name="location">Where the scope is; empty for the machine's own, which alone must have a state that ends it.</param>
    /// <param name="diagnostics">What is wrong goes here.</param>
    public static void Check(StateScope scope, IReadOnlySet<string> names, string location, Diagnostics diagnostics)
    {
        var isWellFormed = !diagnostics.HasErrors;
        if (!names.Contains(scope.StartAt))
        {
            diagnostics.WrongTransition($"Missing 'Next' target: {scope.StartAt}", $"{location}/StartAt");
        }

        var targets = new HashSet<string> { scope.StartAt };
        foreach (var (state, field, target) in scope.States.SelectMany(s => Transitions(s).Select(t => (s.Name, t.Field, t.Target))))
        {
            targets.Add(target);
            if (!names.Contains(target))
            {
                diagnostics.WrongTransition($"Missing 'Next' target: {target}", $"{location}/States/{state}/{field}");
            }
        }

        if (scope.States.Length < names.Count)
        {
            return;
        }

        if (isWellFormed && location.Length == 0 && scope.States.All(state => state is not FailState && (state.Next is not null || state is ChoiceState)))
        {
            diagnostics.Endless();
            return;
        }

        // AWS asks for a transition to the state, not for a way to it from the start.
        foreach (var name in scope.States.Select(s => s.Name).Where(n => !targets.Contains(n)))
        {
            diagnostics.WrongTransition($"State \"{name}\" is not reachable.", $"{location}/States/{name}");
        }
    }

    private static IEnumerable<(string Field, string Target)> Transitions(StateDefinition state)
    {
        if (state.Next is not null)
        {
            yield return (state is ChoiceState ? "Default" : "Next", state.Next);
        }

        for (var i = 0; i < ((state as ChoiceState)?.Choices.Length ?? 0); i++)
        {
            yield return ($"Choices[{i}]/Next", ((ChoiceState)state).Choices[i].Next);
        }

        for (var i = 0; i < ((state as RetryableState)?.Catch.Length ?? 0); i++)
        {
            yield return ($"Catch[{i}]/Next", ((RetryableState)state).Catch[i].Next);
        }
    }
}
