namespace Headroom.Cloud.Services.CloudWatch.MetricMath;

/// <summary>Functions that choose from arrays of time series.</summary>
internal static class ArrayFunctions
{
    internal static IReadOnlyDictionary<string, Func<MathCall, MathValue>> All { get; } = new Dictionary<string, Func<MathCall, MathValue>>
    {
        ["METRICS"] = Metrics,
        ["FIRST"] = call => One(call, items => items[0]),
        ["LAST"] = call => One(call, items => items[^1]),
        ["REMOVE_EMPTY"] = call =>
        {
            call.Expect(1, 1);
            return new MathValue.Array([.. call.Array(0).Where(series => !series.IsEmpty)]);
        },
        ["SLICE"] = Slice,
        ["SORT"] = Sort,
    };

    // All metrics of the request, or those whose id contains a text.
    private static MathValue.Array Metrics(MathCall call)
    {
        call.Expect(0, 1);
        var wanted = call.Count == 0 ? "" : call.Text(0);
        return new MathValue.Array([.. call.Metrics.Where(series => series.MetricQuery!.Contains(wanted, StringComparison.Ordinal))]);
    }

    private static MathValue.Series One(MathCall call, Func<IReadOnlyList<TimeSeries>, TimeSeries> choice)
    {
        call.Expect(1, 1);
        return new MathValue.Series(call.Array(0) is { Count: > 0 } items ? choice(items) : new("", call.Range.Period, []));
    }

    private static MathValue.Array Slice(MathCall call)
    {
        call.Expect(2, 3);
        var items = call.Array(0);
        var start = Math.Clamp((int)call.Scalar(1), 0, items.Count);
        var end = call.Count == 3 ? Math.Clamp((int)call.Scalar(2), start, items.Count) : items.Count;
        return new MathValue.Array([.. items.Skip(start).Take(end - start)]);
    }

    // A series without a value has none to sort by: last, in either order.
    private static MathValue.Array Sort(MathCall call)
    {
        call.Expect(3, 4);
        if (call.Word(1) is not ("AVG" or "MIN" or "MAX" or "SUM") || call.Word(2) is not ("ASC" or "DESC"))
        {
            throw call.Fault("it sorts by AVG, MIN, MAX or SUM, in order ASC or DESC");
        }

        var (function, sign) = (call.Word(1)!, call.Word(2) == "ASC" ? 1 : -1);
        var sorted = call.Array(0).OrderBy(series => AggregateFunctions.Of(function, series) is { } value ? value * sign : double.PositiveInfinity);
        return new MathValue.Array([.. call.Count == 4 ? sorted.Take(Math.Max(0, (int)call.Scalar(3))) : sorted]);
    }
}
