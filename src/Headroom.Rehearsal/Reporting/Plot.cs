using System.Globalization;
using System.Xml.Linq;

namespace Headroom.Rehearsal.Reporting;

/// <summary>Lines over time as SVG.</summary>
/// <param name="Title">What is on the vertical axis.</param>
/// <param name="Lines">Drawn in this order.</param>
/// <param name="Moments">Marked, in order of time.</param>
internal sealed record Plot(string Title, IReadOnlyList<Series> Lines, IReadOnlyList<Moment> Moments)
{
    private const double Width = 960;
    private const double Height = 320;
    private const double Left = 56;
    private const double Right = 24;
    private const double Top = 64;
    private const double Bottom = 28;
    private const int LineHeight = 13;
    private const int RowsOfNames = 3;
    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";
    private static readonly int[] MinutesBetweenTicks = [1, 2, 5, 10, 15, 30, 60, 120, 240];

    private TimeSpan End => Lines.Max(line => line.Run.Readings[^1].At);

    private double Most => Math.Max(1, Lines.Max(line => line.Run.Readings.Max(line.Value)));

    /// <summary>The picture.</summary>
    internal XElement Draw()
    {
        var step = Scale.Step(Most);
        var top = Math.Ceiling(Most / step) * step;
        return new(
            Svg + "svg",
            new XAttribute("viewBox", Say($"0 0 {Width} {Height}")),
            new XAttribute("role", "img"),
            new XAttribute("aria-label", Title),
            Text(Left, LineHeight, Title, "title"),
            Legend(),
            Enumerable.Range(0, (int)Math.Round(top / step) + 1).Select(i => Level(i * step, top)),
            Ticks(),
            Moments.Select((moment, i) => Mark(moment, i)),
            Lines.Select(line => Line(line, top)));
    }

    private IEnumerable<XElement> Legend()
    {
        var x = Width - Right;
        foreach (var line in Lines.Reverse())
        {
            yield return new(Svg + "text", At(x, LineHeight), new XAttribute("text-anchor", "end"), new XAttribute("fill", line.Colour), line.Name);
            x -= (line.Name.Length * 6.4) + 20;
        }
    }

    private static IEnumerable<XElement> Level(double value, double top)
    {
        var y = Y(value, top);
        yield return Rule("level", Left, y, Width - Right, y);
        yield return new(Svg + "text", At(Left - 6, y + 4), new XAttribute("text-anchor", "end"), Say($"{value:#,0.##}"));
    }

    private IEnumerable<XElement> Ticks()
    {
        var between = MinutesBetweenTicks.FirstOrDefault(minutes => End.TotalMinutes / minutes <= 14, MinutesBetweenTicks[^1]);
        for (var minutes = 0; minutes <= End.TotalMinutes; minutes += between)
        {
            yield return new(Svg + "text", At(X(TimeSpan.FromMinutes(minutes)), Height - 8), new XAttribute("text-anchor", "middle"), Say($"{minutes} min"));
        }
    }

    // At several heights in turn, so that the names of neighbours do not lie on each other.
    private IEnumerable<XElement> Mark(Moment moment, int number)
    {
        var x = X(moment.At);
        var y = LineHeight * (2.2 + (number % RowsOfNames));
        yield return Rule("moment", x, y - LineHeight + 3, x, Height - Bottom);
        yield return Text(x + 3, y, moment.Name, "moment");
    }

    private XElement Line(Series line, double top) => new(
        Svg + "polyline",
        new XAttribute("fill", "none"),
        new XAttribute("stroke", line.Colour),
        new XAttribute("points", string.Join(' ', line.Points().Select(point => Say($"{X(point.At):0.#},{Y(point.Value, top):0.#}")))));

    private double X(TimeSpan at) => Left + ((Width - Left - Right) * (at / End));

    private static double Y(double value, double top) => Height - Bottom - ((Height - Top - Bottom) * (value / top));

    private static XElement Rule(string kind, double x1, double y1, double x2, double y2) => new(
        Svg + "path", new XAttribute("class", kind), new XAttribute("d", Say($"M{x1:0.#} {y1:0.#}L{x2:0.#} {y2:0.#}")));

    private static XElement Text(double x, double y, string text, string kind) => new(Svg + "text", new XAttribute("class", kind), At(x, y), text);

    private static XAttribute[] At(double x, double y) => [new("x", Say($"{x:0.#}")), new("y", Say($"{y:0.#}"))];

    private static string Say(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
