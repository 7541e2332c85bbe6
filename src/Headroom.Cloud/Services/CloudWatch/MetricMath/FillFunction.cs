namespace Headroom.Cloud.Services.CloudWatch.MetricMath;

/// <summary>
/// <c>FILL</c>: values in place of those that are missing.
/// <list type="table">
/// <item><term>a number</term><description>this number</description></item>
/// <item><term>a time series</term><description>its value at that time, where it has one</description></item>
/// <item><term>REPEAT</term><description>the value before; before the first there is none</description></item>
/// <item><term>LINEAR</term><description>on the line between the values around the gap; outside of them there is none</description></item>
/// </list>
/// </summary>
internal static class FillFunction
{
    internal static MathValue Of(MathCall call)
    {
        call.Expect(2, 2);
        var filler = call.Word(1) switch
        {
            "REPEAT" => (_, before, _) => before?.Value,
            "LINEAR" => Line,
            _ => call.Value(1) switch
            {
                MathValue.Scalar scalar => (_, _, _) => scalar.Value,
                MathValue.Series series => From(series.Value),
                var other => throw call.Unsupported(other),
            },
        };
        return call.Each(call.Value(0), series => series.With(Filled(series, call.Range, filler)));
    }

    private static Func<DateTimeOffset, Sample?, Sample?, double?> From(TimeSeries series)
    {
        var values = series.ByTime();
        return (time, _, _) => values.TryGetValue(time, out var value) ? value : null;
    }

    private static double? Line(DateTimeOffset time, Sample? before, Sample? after) => (before, after) is ({ } one, { } two)
        ? one.Value + ((two.Value - one.Value) * ((time - one.Time) / (two.Time - one.Time)))
        : null;

    private static IEnumerable<Sample> Filled(TimeSeries series, MathRange range, Func<DateTimeOffset, Sample?, Sample?, double?> filler)
    {
        var next = 0;
        foreach (var time in range.Times(series.Period))
        {
            for (; next < series.Samples.Count && series.Samples[next].Time <= time; next++)
            {
                yield return series.Samples[next];
            }

            Sample? before = next > 0 ? series.Samples[next - 1] : null;
            Sample? after = next < series.Samples.Count ? series.Samples[next] : null;
            if (before?.Time != time && filler(time, before, after) is { } value)
            {
                yield return new(time, value);
            }
        }
    }
}
