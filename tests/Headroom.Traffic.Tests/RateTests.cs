using CsCheck;
using Headroom.Traffic.Rates;

namespace Headroom.Traffic.Tests;

public sealed class RateTests
{
    private static readonly DateTimeOffset Noon = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void A_constant_rate_counts_the_seconds() =>
        new ConstantRate(40).Requests(Noon, Noon.AddMinutes(1)).ShouldBe(2400);

    [Theory]
    [InlineData(18, 80)]
    [InlineData(6, 5)]
    [InlineData(12, 42.5)]
    public void A_day_is_busiest_at_its_peak_and_quietest_half_a_day_from_it(int hour, double expected)
    {
        var daily = new DailyRate(5, 80, TimeSpan.FromHours(18));
        var at = Noon.Date.AddHours(hour);

        daily.Requests(new(at, TimeSpan.Zero), new(at.AddSeconds(1), TimeSpan.Zero)).ShouldBe(expected, 0.01);
    }

    [Fact]
    public void A_burst_begins_when_it_is_sent_and_half_of_its_opens_have_happened_at_the_median()
    {
        var burst = new NotificationBurst(Noon, 100_000) { OpenRate = 0.02, MedianMinutes = 7, RequestsPerOpen = 10 };

        burst.Requests(Noon.AddHours(-1), Noon).ShouldBe(0);
        burst.Requests(Noon.AddHours(-1), Noon.AddMinutes(7)).ShouldBe(10_000, 1);
        burst.Requests(Noon, Noon.AddDays(30)).ShouldBe(20_000, 1);
    }

    [Fact]
    public void The_default_spread_puts_nine_of_ten_opens_within_33_minutes() =>
        new NotificationBurst(Noon, 1).OpenedBy(Noon.AddMinutes(33)).ShouldBe(0.9, 0.005);

    [Fact]
    public void A_burst_rises_within_minutes_and_falls_for_longer()
    {
        var burst = new NotificationBurst(Noon, 1_000_000);
        var perMinute = Enumerable.Range(0, 120).Select(minute => burst.Requests(Noon.AddMinutes(minute), Noon.AddMinutes(minute + 1))).ToList();

        var peak = perMinute.IndexOf(perMinute.Max());
        peak.ShouldBeInRange(1, 3);
        perMinute[(peak + 1)..].ShouldBeInOrder(SortDirection.Descending);
    }

    [Fact]
    public void A_trace_goes_in_straight_lines_and_is_nothing_before_and_after()
    {
        var trace = TraceReader.Read("time,requestsPerSecond\n0,0\n60,60\n120,60\n", Noon);

        trace.Requests(Noon.AddHours(-1), Noon).ShouldBe(0);
        trace.Requests(Noon, Noon.AddSeconds(60)).ShouldBe(1800, 1e-6);
        trace.Requests(Noon.AddSeconds(30), Noon.AddSeconds(90)).ShouldBe((30 * 45) + (30 * 60), 1e-6);
        trace.Requests(Noon.AddSeconds(120), Noon.AddHours(1)).ShouldBe(0);
    }

    [Fact]
    public void Instants_in_a_trace_count_from_the_first()
    {
        var trace = TraceReader.Read("at,rps\n2025-01-01T00:00:00Z,10\n2025-01-01T00:01:00Z,10\n", Noon);

        trace.Requests(Noon, Noon.AddMinutes(1)).ShouldBe(600, 1e-6);
    }

    [Theory]
    [InlineData("time,rps\n0,1\n", "A trace needs a header and at least two points.")]
    [InlineData("time,rps\n0,1\n60,many\n", "Line 3: expected a time and a rate of at least 0, got \"60,many\".")]
    [InlineData("time,rps\n0,1\nsoon,2\n", "Line 3: \"soon\" is neither an instant nor a number of seconds.")]
    [InlineData("time,rps\n60,1\n0,2\n", "Line 3: its time is not later than that of the line before.")]
    public void A_line_that_is_no_point_is_named(string csv, string message) =>
        Should.Throw<FormatException>(() => TraceReader.Read(csv, Noon)).Message.ShouldBe(message);

    [Fact]
    public void However_a_span_is_cut_its_requests_are_the_same() =>
        Gen.Select(Gen.Int[0, 3], Gen.Int[1, 500], Gen.Int[1, 500]).Sample((kind, first, second) =>
        {
            RequestRate rate = kind switch
            {
                0 => new ConstantRate(3),
                1 => new DailyRate(2, 90, TimeSpan.FromHours(20)),
                2 => new NotificationBurst(Noon.AddMinutes(3), 50_000),
                _ => TraceReader.Read("t,r\n0,5\n700,80\n5000,1\n", Noon),
            };
            var (middle, end) = (Noon.AddSeconds(first * 7), Noon.AddSeconds((first + second) * 7));

            (rate.Requests(Noon, middle) + rate.Requests(middle, end)).ShouldBe(rate.Requests(Noon, end), 1e-3);
        });
}
