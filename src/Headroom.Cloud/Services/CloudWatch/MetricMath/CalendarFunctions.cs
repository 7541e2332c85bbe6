namespace Headroom.Cloud.Services.CloudWatch.MetricMath;

/// <summary>Functions that give for every time of a series, whether it has a value or not, something of that time itself, in UTC.</summary>
internal static class CalendarFunctions
{
    internal static IReadOnlyDictionary<string, Func<MathCall, MathValue>> All { get; } = new Dictionary<string, Func<MathCall, MathValue>>
    {
        ["MINUTE"] = Of(time => time.Minute),
        ["HOUR"] = Of(time => time.Hour),
        ["DAY"] = Of(time => time.DayOfWeek == DayOfWeek.Sunday ? 7 : (int)time.DayOfWeek),
        ["DATE"] = Of(time => time.Day),
        ["MONTH"] = Of(time => time.Month),
        ["YEAR"] = Of(time => time.Year),
        ["EPOCH"] = Of(time => time.ToUnixTimeSeconds()),
    };

    private static Func<MathCall, MathValue> Of(Func<DateTimeOffset, double> value) => call => call.Only() is MathValue.Series series
        ? new MathValue.Series(series.Value.With(call.Range.Times(series.Value.Period).Select(time => new Sample(time, value(time)))))
        : throw call.Fault("its argument is one time series");
}
