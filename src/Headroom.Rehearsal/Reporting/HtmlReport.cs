using System.Globalization;
using System.Xml.Linq;
using Headroom.Rehearsal.Comparing;
using Headroom.Rehearsal.Recording;

namespace Headroom.Rehearsal.Reporting;

/// <summary>A comparison as one page that needs nothing else: what was found, the numbers, and two plots.</summary>
public static class HtmlReport
{
    private const string Load = "#888888";
    private const string Held = "#1f77b4";
    private const string Unheld = "#e07b00";
    private const string Style = """
        body { font: 15px/1.5 system-ui, sans-serif; max-width: 980px; margin: 2rem auto; padding: 0 1rem; color: #222; background: #fff; }
        h1 { font-size: 1.4rem; }
        table { border-collapse: collapse; margin: 1rem 0; }
        td, th { text-align: right; padding: .15rem .9rem; border-bottom: 1px solid #ddd; font-weight: normal; }
        td:first-child { text-align: left; padding-left: 0; }
        svg { width: 100%; height: auto; margin: .5rem 0; font: 11px system-ui, sans-serif; }
        polyline { stroke-width: 1.8; stroke-linejoin: round; }
        .level { stroke: #e5e5e5; } .moment { stroke: #999; stroke-dasharray: 3 3; } text:not([fill]) { fill: #555; }
        text.moment { stroke: none; } text.title { font-weight: 600; }
        text[fill] { font-weight: 600; }
        """;

    /// <summary>The page, as HTML.</summary>
    /// <param name="title">Its heading.</param>
    /// <param name="comparison">What is shown.</param>
    public static string Write(string title, Comparison comparison) => "<!DOCTYPE html>\n" + new XElement(
        "html",
        new XAttribute("lang", "en"),
        new XElement("head", new XElement("meta", new XAttribute("charset", "utf-8")), new XElement("title", title), new XElement("style", Style)),
        new XElement(
            "body",
            new XElement("h1", title),
            new XElement("ul", comparison.Findings.Select(finding => new XElement("li", finding.Text))),
            Numbers(comparison),
            Rates(comparison).Draw(),
            Tasks(comparison).Draw(),
            new XElement("p", "Minutes since the notification. Capacity: what the tasks that get requests can answer. Rehearsed on Headroom's embedded cloud, with a model of the load."))) + "\n";

    private static Plot Rates(Comparison comparison) => new(
        "Requests per second",
        [
            new("load", Load, IsStepped: false, comparison.WithHold, reading => reading.RequestsPerSecond),
            new("capacity without the hold", Unheld, IsStepped: true, comparison.WithoutHold, reading => reading.Capacity),
            new("capacity with the hold", Held, IsStepped: true, comparison.WithHold, reading => reading.Capacity),
        ],
        Moments(comparison));

    private static Plot Tasks(Comparison comparison) => new(
        "Running tasks",
        [
            new("without the hold", Unheld, IsStepped: true, comparison.WithoutHold, reading => reading.RunningCount),
            new("with the hold", Held, IsStepped: true, comparison.WithHold, reading => reading.RunningCount),
        ],
        Moments(comparison));

    private static List<Moment> Moments(Comparison comparison)
    {
        var held = comparison.WithHold;
        return [.. new[] { (TimeSpan.Zero, "notification"), (held.Ready?.At, "capacity ready"), (comparison.PushAfter, "push"), (held.Resumed?.At, "scale-in resumed") }
            .Where(moment => moment.Item1 is not null)
            .Select(moment => new Moment(moment.Item1!.Value, moment.Item2))
            .OrderBy(moment => moment.At)];
    }

    private static XElement Numbers(Comparison comparison)
    {
        XElement Row(string name, string format, Func<RecordedRun, double> value) => new(
            "tr", new XElement("td", name), new[] { comparison.WithHold, comparison.WithoutHold }.Select(run => new XElement("td", value(run).ToString(format, CultureInfo.InvariantCulture))));
        return new(
            "table",
            new XElement("tr", new XElement("th", ""), new XElement("th", "with the hold"), new XElement("th", "without")),
            Row("requests", "N0", run => run.Requests),
            Row("dropped", "N0", run => run.Dropped),
            Row("tasks, at the most", "N0", run => run.MostTasks),
            Row("hours of tasks", "N1", run => run.TaskHours),
            Row("US dollars of tasks, us-east-1", "N2", run => (double)comparison.PriceOf(run)));
    }
}
