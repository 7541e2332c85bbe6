namespace Headroom.Cli.Output;

/// <summary>How long something takes, for people: <c>2 h 59 min</c>, <c>8 min 3 s</c>, <c>42 s</c>.</summary>
internal static class SpanText
{
    internal static string Of(TimeSpan span) =>
        span.TotalHours >= 1 ? $"{(int)span.TotalHours} h {span.Minutes} min" : span.TotalMinutes >= 1 ? $"{span.Minutes} min {span.Seconds} s" : $"{span.Seconds} s";
}
