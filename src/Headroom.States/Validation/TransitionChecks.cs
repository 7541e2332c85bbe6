using Headroom.States.Definition;
using Headroom.States.Reading;

namespace Headroom.States.Validation;

/// <summary>Every transition leads to a state of the same scope, every state can be reached, and the scope can end.</summary>
internal static class TransitionChecks
{
    /// <param name="scope">The states that could be read.</param>
    /// <param name="names">The names of all states, also of those that could not be read.</param>
    /// <param name="location">Where the scope is.</param>
    /// <param name="diagnostics">What is wrong goes here.</param>
    public static void Check(StateScope scope, IReadOnlySet<string> names, string location, Diagnostics diagnostics)
    {
        if (!names.Contains(scope.StartAt))
        {
            diagnostics.WrongTransition($"Missing 'Next' target: {scope.StartAt}", $"{location}/StartAt");
        }

        foreach (var (state, field, target) in scope.States.SelectMany(s => Transitions(s).Select(t => (s.Name, t.Field, t.Target))))
        {
            if (!names.Contains(target))
            {
                diagnostics.WrongTransition($"Missing 'Next' target: {target}", $"{location}/States/{state}/{field}");
            }
        }

        if (scope.States.Length == names.Count && names.Contains(scope.StartAt))
        {
            CheckReachable(scope, names, location, diagnostics);
        }
    }

    private static void CheckReachable(StateScope scope, IReadOnlySet<string> names, string location, Diagnostics diagnostics)
    {
        var reached = new HashSet<string> { scope.StartAt };
        var ahead = new Stack<string>(reached);
        while (ahead.TryPop(out var name))
        {
            foreach (var (_, target) in Transitions(scope[name]).Where(t => names.Contains(t.Target) && reached.Add(t.Target)))
            {
                ahead.Push(target);
            }
        }

        foreach (var name in scope.States.Select(s => s.Name).Where(n => !reached.Contains(n)))
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
