using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Headroom.Cli.Output;
using Headroom.Rehearsal.Comparing;
using Headroom.Rehearsal.Recording;

namespace Headroom.Cli.Rehearsals;

/// <summary>A comparison for a person, or as one JSON object.</summary>
internal static class RehearsalView
{
    private static readonly JsonSerializerOptions CamelCase = new(JsonSerializerDefaults.Web);

    internal static string Json(string service, Comparison comparison) => new JsonObject
    {
        ["service"] = service,
        ["pushAfterSeconds"] = comparison.PushAfter.TotalSeconds,
        ["withHold"] = Json(comparison, comparison.WithHold),
        ["withoutHold"] = Json(comparison, comparison.WithoutHold),
        ["findings"] = JsonSerializer.SerializeToNode(comparison.Findings, CamelCase),
    }.ToJsonString();

    internal static string Text(Comparison comparison)
    {
        var (held, without) = (comparison.WithHold, comparison.WithoutHold);
        return string.Join('\n',
        [
            $"{"",-24}{"with the hold",14}{"without",12}",
            Row("requests", "N0", held.Requests, without.Requests),
            Row("dropped", "N0", held.Dropped, without.Dropped),
            Row("tasks, at the most", "N0", held.MostTasks, without.MostTasks),
            Row("hours of tasks", "N1", held.TaskHours, without.TaskHours),
            Row("US dollars of tasks", "N2", (double)comparison.PriceOf(held), (double)comparison.PriceOf(without)),
            "",
            "Since the notification, looked at every 10 s:",
            Moment("scale-in paused", held.Paused?.At),
            Moment("capacity ready", held.Ready?.At),
            Moment("push sent", comparison.PushAfter),
            Moment(Say($"peak, {held.Peak.RequestsPerSecond:N0} requests/s"), held.Peak.At),
            Moment("scale-in resumed", held.Resumed?.At),
            "",
            .. comparison.Findings.Select(finding => finding.Text),
        ]);
    }

    private static JsonObject Json(Comparison comparison, RecordedRun run) => new()
    {
        ["requests"] = Math.Round(run.Requests),
        ["dropped"] = Math.Round(run.Dropped),
        ["mostTasks"] = run.MostTasks,
        ["taskHours"] = Math.Round(run.TaskHours, 2),
        ["dollars"] = Math.Round(comparison.PriceOf(run), 4),
        ["peakRequestsPerSecond"] = Math.Round(run.Peak.RequestsPerSecond, 1),
        ["pausedAfterSeconds"] = run.Paused?.At.TotalSeconds,
        ["readyAfterSeconds"] = run.Ready?.At.TotalSeconds,
        ["resumedAfterSeconds"] = run.Resumed?.At.TotalSeconds,
    };

    private static string Row(string name, string format, double held, double without) =>
        $"{name,-24}{held.ToString(format, CultureInfo.InvariantCulture),14}{without.ToString(format, CultureInfo.InvariantCulture),12}";

    private static string Moment(string name, TimeSpan? at) => $"  {name,-32}{(at is { } reached ? SpanText.Of(reached) : "not seen")}";

    private static string Say(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
