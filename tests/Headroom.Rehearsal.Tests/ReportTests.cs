using System.Globalization;
using System.Xml.Linq;
using Headroom.Rehearsal.Comparing;
using Headroom.Rehearsal.Reporting;

namespace Headroom.Rehearsal.Tests;

public sealed class ReportTests
{
    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";
    private static readonly Comparison Compared = new(TimeSpan.FromMinutes(5), 0.02m, Runs.OfHold(ready: 4, end: 30), Runs.WithoutHold(dropped: minute => minute == 12 ? 500 : 0));

    [Fact]
    public void A_report_says_what_was_found_and_shows_both_runs()
    {
        var page = Read(HtmlReport.Write("A push to <everybody> & more", Compared));

        page.Descendants("h1").Single().Value.ShouldBe("A push to <everybody> & more");
        page.Descendants("li").Single().Value.ShouldStartWith("No request is dropped with the hold");
        page.Descendants("tr").Single(row => row.Elements().First().Value == "dropped").Elements().Select(cell => cell.Value).ShouldBe(["dropped", "0", "500"]);
        page.Descendants("td").Last(cell => cell.Value == "0.11").ShouldNotBeNull("5.6 hours at 2 cents");
        page.Descendants(Svg + "svg").Count().ShouldBe(2);
        var moments = page.Descendants(Svg + "svg").First().Elements(Svg + "text").Where(text => (string?)text.Attribute("class") == "moment").Select(text => text.Value);
        moments.ShouldBe(["notification", "capacity ready", "push", "scale-in resumed"]);
    }

    [Fact]
    public void Every_line_stays_within_its_plot_and_a_count_jumps_where_it_changes()
    {
        var plots = Read(HtmlReport.Write("A push", Compared)).Descendants(Svg + "svg").ToList();

        foreach (var plot in plots)
        {
            var box = ((string)plot.Attribute("viewBox")!).Split(' ').Select(Number).ToArray();
            plot.Elements(Svg + "polyline").SelectMany(Points).ShouldAllBe(point => point.X >= 0 && point.X <= box[2] && point.Y >= 0 && point.Y <= box[3]);
        }

        var held = Points(plots[1].Elements(Svg + "polyline").Last()).ToList();
        held.Zip(held.Skip(1)).ShouldAllBe(pair => pair.First.X == pair.Second.X || pair.First.Y == pair.Second.Y, "tasks come and go at once");
    }

    private static XElement Read(string page)
    {
        page.ShouldStartWith("<!DOCTYPE html>\n");
        return XElement.Parse(page["<!DOCTYPE html>\n".Length..]);
    }

    private static IEnumerable<(double X, double Y)> Points(XElement line) =>
        ((string)line.Attribute("points")!).Split(' ').Select(point => point.Split(',')).Select(point => (Number(point[0]), Number(point[1])));

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);
}
