using Headroom.States.Data;
using Headroom.States.Definition;
using Headroom.States.Json;
using Headroom.States.Paths;

namespace Headroom.States.Execution.States;

/// <summary>Executes Wait states.</summary>
internal static class WaitExecution
{
    public static void Execute(Run run, Branch branch, WaitState state)
    {
        var input = run.Evaluation.Select(state.InputPath, branch.Input);
        if (input is null || DueAt(run.Evaluation, state.Until, input, run.Now) is not { } dueAt)
        {
            run.Fail(branch, run.Evaluation.TakeFailure());
        }
        else if (dueAt <= run.Now)
        {
            run.Leave(branch, input, state.Next, state.Assign);
        }
        else
        {
            var timer = run.StartTimer(dueAt);
            run.Keep(branch with { Activity = new Activity.Delaying(timer.TimerId, dueAt, IsRetry: false) });
        }
    }

    /// <summary>The time is over.</summary>
    public static void Elapsed(Run run, Branch branch) => run.Leave(branch with { Activity = Activity.Again });

    /// <summary>When the wait is over; null where that cannot be told, which the evaluation then tells.</summary>
    public static DateTimeOffset? DueAt(Evaluation evaluation, WaitUntil until, JsonValue input, DateTimeOffset now)
    {
        evaluation.Input = input;
        return until switch
        {
            WaitUntil.Seconds s => now.AddSeconds(s.Count),
            WaitUntil.SecondsAt s => After(evaluation, s.Path, now),
            WaitUntil.Instant i => NotTooFar(evaluation, i.At, now),
            WaitUntil.InstantAt i => At(evaluation, i.Path, now),
            _ => throw new InvalidOperationException($"no such way to wait: {until}"),
        };
    }

    private static DateTimeOffset? After(Evaluation evaluation, Reference path, DateTimeOffset now)
    {
        var value = Read(evaluation, path, "SecondsPath");
        var seconds = value switch
        {
            JsonNumber { IsInteger: true } n => n.Integer,
            JsonString s when JsonValue.TryParse(s.Value, out var parsed) && parsed is JsonNumber { IsInteger: true } n => n.Integer,
            _ => (long?)null,
        };
        return value is null ? null
            : seconds is null ? Wrong(evaluation, $"The SecondsPath parameter cannot be parsed as a long value: {path.Text} == {JavaTypes.ToText(value)}")
            : seconds < 0 ? Wrong(evaluation, $"The SecondsPath parameter references a negative value: {path.Text} == {seconds}")
            : seconds > Limits.Wait ? TooLong(evaluation)
            : now.AddSeconds(seconds.Value);
    }

    private static DateTimeOffset? At(Evaluation evaluation, Reference path, DateTimeOffset now)
    {
        var value = Read(evaluation, path, "TimestampPath");
        return value is null ? null
            : value is JsonString text && Timestamp.TryParse(text.Value, out var instant) ? NotTooFar(evaluation, instant, now)
            : Wrong(
                evaluation,
                "The TimestampPath parameter does not reference a valid ISO-8601 extended offset date-time format string: "
                + $"{path.Text} == {JavaTypes.ToText(value)}");
    }

    private static JsonValue? Read(Evaluation evaluation, Reference path, string field) =>
        path.Read(evaluation)
        ?? evaluation.Fail(StateError.Runtime, $"The {field} parameter does not reference an input value: {path.Text}");

    private static DateTimeOffset? NotTooFar(Evaluation evaluation, DateTimeOffset instant, DateTimeOffset now) =>
        (instant - now).TotalSeconds > Limits.Wait ? TooLong(evaluation) : instant;

    private static DateTimeOffset? TooLong(Evaluation evaluation) => Wrong(evaluation, "Wait state delay is too long.");

    private static DateTimeOffset? Wrong(Evaluation evaluation, string cause)
    {
        evaluation.Fail(StateError.Runtime, cause);
        return null;
    }
}
