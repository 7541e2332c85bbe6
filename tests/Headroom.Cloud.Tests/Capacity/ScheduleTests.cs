using Headroom.Schedules.Calendar;

namespace Headroom.Cloud.Tests.Capacity;

/// <summary>https://docs.aws.amazon.com/scheduler/latest/UserGuide/schedule-types.html.</summary>
public sealed class ScheduleTests
{
    [Theory]
    [InlineData("at(2026-03-01T13:00:00)", "UTC", "2026-03-01T12:00:00Z", "2026-03-01T13:00:00Z")]
    [InlineData("at(2026-03-01T13:00:00)", "Europe/Berlin", "2026-03-01T11:00:00Z", "2026-03-01T12:00:00Z")]
    [InlineData("at(2026-03-01T13:00:00)", "UTC", "2026-03-01T13:00:00Z", null)]
    [InlineData("rate(5 minutes)", "UTC", "2026-03-01T12:03:00Z", "2026-03-01T12:05:00Z")]
    [InlineData("rate(1 hour)", "UTC", "2026-03-01T12:00:00Z", "2026-03-01T13:00:00Z")]
    [InlineData("cron(0 9 ? * MON-FRI *)", "UTC", "2026-02-27T09:00:00Z", "2026-03-02T09:00:00Z")]
    [InlineData("cron(0 9 ? * MON-FRI *)", "America/New_York", "2026-03-06T20:00:00Z", "2026-03-09T13:00:00Z")]
    [InlineData("cron(0/15 * * * ? *)", "UTC", "2026-03-01T12:16:00Z", "2026-03-01T12:30:00Z")]
    [InlineData("cron(30 2 * * ? *)", "Europe/Berlin", "2026-03-28T12:00:00Z", "2026-03-30T00:30:00Z")]
    [InlineData("cron(30 2 * * ? *)", "Europe/Berlin", "2026-10-24T12:00:00Z", "2026-10-25T00:30:00Z")]
    [InlineData("cron(0 12 L * ? *)", "UTC", "2026-02-01T00:00:00Z", "2026-02-28T12:00:00Z")]
    [InlineData("cron(0 12 15W * ? *)", "UTC", "2026-03-01T00:00:00Z", "2026-03-16T12:00:00Z")]
    [InlineData("cron(0 12 ? * MON#3 *)", "UTC", "2026-03-01T00:00:00Z", "2026-03-16T12:00:00Z")]
    [InlineData("cron(0 12 ? * 6L *)", "UTC", "2026-03-01T00:00:00Z", "2026-03-27T12:00:00Z")]
    [InlineData("cron(0 12 29 2 ? *)", "UTC", "2026-03-01T00:00:00Z", "2028-02-29T12:00:00Z")]
    [InlineData("cron(0 12 1 1 ? 2025)", "UTC", "2026-03-01T00:00:00Z", null)]
    [InlineData("cron(0 0 ? * FRI-MON *)", "UTC", "2026-03-03T00:00:00Z", "2026-03-06T00:00:00Z")]
    public void The_next_time_is_found(string expression, string zone, string after, string? expected)
    {
        var next = Schedule.Parse(expression)!.Next(At(after)!.Value, LocalTimes.Zone(zone)!, new(2026, 3, 1, 0, 0, 0, TimeSpan.Zero));

        next.ShouldBe(At(expected));
    }

    [Theory]
    [InlineData("cron(0 9 * * * *)")]
    [InlineData("cron(0 9 ? * MON-FRI)")]
    [InlineData("cron(60 9 ? * MON *)")]
    [InlineData("rate(0 minutes)")]
    [InlineData("rate(5 weeks)")]
    [InlineData("at(tomorrow)")]
    [InlineData("every day")]
    public void What_is_no_schedule_is_not_read(string expression) => Schedule.Parse(expression).ShouldBeNull();

    private static DateTimeOffset? At(string? text) => text is null ? null : DateTimeOffset.Parse(text);
}
