using Headroom.States.Definition;
using Headroom.States.Json;
using Headroom.States.Paths;

namespace Headroom.States.Execution;

/// <summary>Executes Wait states.</summary>
internal static class WaitExecution
{
    public static void Execute(Run run, Branch branch, WaitState state)
    {
        var input = run.Evaluation.Select(state.InputPath, branch.Input);
        if (input is null || DueAt(run, state.Until, input) is not { } dueAt)
        {
            run.Fail(branch, run.Evaluation.TakeFailure());
        }
        else if (dueAt <= run.Now)
        {
            run.Leave(branch, input, branch.Input);
        }
        else
        {
            var timer = run.StartTimer(dueAt);
            run.Keep(branch with { Activity = new Activity.Delaying(timer.TimerId, dueAt, IsRetry: false) });
        }
    }

    /// <summary>The time is over.</summary>
    public static void Elapsed(Run run, Branch branch) => run.Leave(branch with { Activity = Activity.Again }, branch.Input, branch.Input);

    private static DateTimeOffset? DueAt(Run run, WaitUntil until, JsonValue input)
    {
        run.Evaluation.Input = input;
        return until switch
        {
            WaitUntil.Seconds s => run.Now.AddSeconds(s.Count),
            WaitUntil.SecondsAt s => After(run, s.Path),
            WaitUntil.Instant i => NotTooFar(run, i.At),
            WaitUntil.InstantAt i => At(run, i.Path),
            _ => throw new InvalidOperationException($"no such way to wait: {until}"),
        };
    }

    private static DateTimeOffset? After(Run run, Reference path)
    {
        var value = Read(run, path, "SecondsPath");
        var seconds = value switch
        {
            JsonNumber { IsInteger: true } n => n.Integer,
            JsonString s when JsonValue.TryParse(s.Value, out var parsed) && parsed is JsonNumber { IsInteger: true } n => n.Integer,
            _ => (long?)null,
        };
        return value is null ? null
            : seconds is null ? Wrong(run, $"The SecondsPath parameter cannot be parsed as a long value: {path.Text} == {JavaTypes.ToText(value)}")
            : seconds < 0 ? Wrong(run, $"The SecondsPath parameter must not be negative: {path.Text} == {seconds}")
            : seconds > Limits.Wait ? TooLong(run)
            : run.Now.AddSeconds(seconds.Value);
    }

    private static DateTimeOffset? At(Run run, Reference path)
    {
        var value = Read(run, path, "TimestampPath");
        return value is null ? null
            : value is JsonString text && Timestamp.TryParse(text.Value, out var instant) ? NotTooFar(run, instant)
            : Wrong(
                run,
                "The TimestampPath parameter does not reference a valid ISO-8601 extended offset date-time format string: "
                + $"{path.Text} == {JavaTypes.ToText(value)}");
    }

    private static JsonValue? Read(Run run, Reference path, string field) =>
        path.Read(run.Evaluation)
        ?? run.Evaluation.Fail(StateError.Runtime, $"The {field} parameter does not reference an input value: {path.Text}");

    private static DateTimeOffset? NotTooFar(Run run, DateTimeOffset instant) =>
        (instant - run.Now).TotalSeconds > Limits.Wait ? TooLong(run) : instant;

    private static DateTimeOffset? TooLong(Run run) => Wrong(run, "Wait state delay is too long.");

    private static DateTimeOffset? Wrong(Run run, string cause)
    {
        run.Evaluation.Fail(StateError.Runtime, cause);
        return null;
    }
}
