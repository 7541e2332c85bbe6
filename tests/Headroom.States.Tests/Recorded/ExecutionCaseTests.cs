using Headroom.States.Execution;
using Headroom.States.History;
using Headroom.States.Json;
using Headroom.States.Reading;

namespace Headroom.States.Tests.Recorded;

/// <summary>Executions come out as on AWS: status, output, error, cause, and every history event with its details.</summary>
public sealed class ExecutionCaseTests
{
    [Fact]
    public void Recorded_executions_come_out_as_on_AWS()
    {
        var scores = RecordedCase.All().Where(c => c.Kind is "execution" or "express-sync" or "express-async")
            .Where(c => Out(c) is null).Select(Score).ToList();

        scores.ShouldNotBeEmpty();
        scores.ShouldAllBe(s => s.IsPerfect, CaseScore.Table(scores));
    }

    /// <summary>Why a case cannot be compared, or null.</summary>
    private static string? Out(RecordedCase recorded) =>
        recorded.Name.EndsWith("TestExpressSync::test_catch#start_execution_sync_response", StringComparison.Ordinal)
            ? "the recorder replaced the request id together with its opening quote, so the cause is no JSON"
            : null;

    private static CaseScore Score(RecordedCase recorded)
    {
        var reading = DefinitionReader.Read(recorded.DefinitionText, recorded.Type);
        if (reading.Machine is null)
        {
            return new CaseScore(recorded, false, null, null, null, reading.Refusal);
        }

        var player = new CasePlayer(recorded);
        var ended = player.Play(reading.Machine);
        var expected = recorded.Expected;
        var placeholders = recorded.Placeholders;
        var wrong = new List<string>();
        if (Text(expected["status"]) != ended.Status.Wire())
        {
            wrong.Add($"status {ended.Status.Wire()} ({ended.Error}: {ended.Cause})");
        }

        if (ended.Status == ExecutionStatus.Succeeded && !Comparison.Matches(Comparison.Parsed(expected["output"] ?? JsonValue.Null), Comparison.Parsed(ended.Output!), placeholders))
        {
            wrong.Add($"output {ended.Output} != {expected["output"]}");
        }

        if (Text(expected["error"]) is { } error && error != ended.Error)
        {
            wrong.Add($"error {ended.Error} != {error}");
        }

        bool? cause = expected["cause"] is { } c and not JsonNull
            ? Comparison.Matches(Comparison.Parsed(c), ended.Cause is null ? null : Comparison.Parsed(JsonValue.From(ended.Cause)), placeholders)
            : null;
        if (cause == false)
        {
            wrong.Add($"cause {ended.Cause} != {expected["cause"]}");
        }

        var (types, full) = CompareHistory(recorded, player.History, wrong);
        return new CaseScore(recorded, wrong.Count == 0 || (cause == false && wrong.Count == 1), types, full, cause, string.Join("; ", wrong));
    }

    private static (bool? Types, bool? Full) CompareHistory(RecordedCase recorded, List<HistoryEvent> history, List<string> wrong)
    {
        if (recorded.Expected["events"] is not JsonArray events)
        {
            return (null, null);
        }

        var expected = events.Cast<JsonObject>().ToList();
        var (types, actual) = (expected.ConvertAll(e => Text(e["type"])), history.ConvertAll(e => e.Type.ToString()));
        if (recorded.IsSorted)
        {
            // The recorder lost the ends of Parallel states: of inner ones also ParallelStateExited.
            string[] lost = [nameof(HistoryEventType.ParallelStateSucceeded), nameof(HistoryEventType.ParallelStateExited)];
            return (types.Where(t => !lost.Contains(t)).Order().SequenceEqual(actual.Where(t => !lost.Contains(t)).Order()), null);
        }

        if (!types.SequenceEqual(actual))
        {
            wrong.Add($"events {string.Join(",", actual)} != {string.Join(",", types)}");
            return (false, false);
        }

        var differing = expected.Zip(history)
            .Where(p => !Comparison.Matches(Comparison.Recorded(p.First), Comparison.Shown(p.Second), recorded.Placeholders)).Take(1).ToList();
        wrong.AddRange(differing.Select(p => $"event {Comparison.Shown(p.Second)} != {Comparison.Recorded(p.First)}"));
        return (true, differing.Count == 0);
    }

    private static string? Text(JsonValue? value) => (value as JsonString)?.Value;
}
