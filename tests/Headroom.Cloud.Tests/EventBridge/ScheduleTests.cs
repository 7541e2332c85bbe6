using Headroom.Cloud.Services.EventBridge.Schedules;

namespace Headroom.Cloud.Tests.EventBridge;

public sealed class ScheduleTests
{
    // 2026-03-01 is a Sunday.
    [Theory]
    [InlineData("rate(5 minutes)", "2026-03-01T12:05:00Z")]
    [InlineData("rate(1 hour)", "2026-03-01T13:00:00Z")]
    [InlineData("rate(2 days)", "2026-03-03T12:00:00Z")]
    [InlineData("cron(0 12 * * ? *)", "2026-03-02T12:00:00Z")]
    [InlineData("cron(15 10 * * ? *)", "2026-03-02T10:15:00Z")]
    [InlineData("cron(0/15 * * * ? *)", "2026-03-01T12:15:00Z")]
    [InlineData("cron(5,35 14 * * ? *)", "2026-03-01T14:05:00Z")]
    [InlineData("cron(0 18 ? * MON-FRI *)", "2026-03-02T18:00:00Z")]
    [InlineData("cron(0 8 1 * ? *)", "2026-04-01T08:00:00Z")]
    [InlineData("cron(0 0 L * ? *)", "2026-03-31T00:00:00Z")]
    [InlineData("cron(0 0 15W * ? *)", "2026-03-16T00:00:00Z")]
    [InlineData("cron(0 0 ? * 6L *)", "2026-03-27T00:00:00Z")]
    [InlineData("cron(0 0 ? * TUE#2 *)", "2026-03-10T00:00:00Z")]
    [InlineData("cron(0 0 ? FEB 1 2028)", "2028-02-06T00:00:00Z")]
    [InlineData("cron(0 0 29 2 ? *)", "2028-02-29T00:00:00Z")]
    public void A_schedule_fires_next_when_the_calendar_says_so(string expression, string expected)
    {
        var now = new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

        ScheduleExpression.Parse(expression)!.Next(now, now).ShouldBe(DateTimeOffset.Parse(expected));
    }

    [Theory]
    [InlineData("rate(1 minutes)")]
    [InlineData("rate(5 minute)")]
    [InlineData("rate(0 minutes)")]
    [InlineData("rate(5 weeks)")]
    [InlineData("cron(0 12 * * * *)")]
    [InlineData("cron(0 12 ? * ? *)")]
    [InlineData("cron(60 12 * * ? *)")]
    [InlineData("cron(0 12 * * ?)")]
    [InlineData("at(2026-03-01T12:00:00)")]
    [InlineData("every 5 minutes")]
    public void What_is_no_schedule_of_a_rule_is_not_read(string expression) => ScheduleExpression.Parse(expression).ShouldBeNull();

    [Fact]
    public void A_schedule_whose_years_are_over_never_fires() =>
        ScheduleExpression.Parse("cron(0 0 1 1 ? 2020)")!.Next(DateTimeOffset.Parse("2026-03-01T12:00:00Z"), default).ShouldBeNull();
}
