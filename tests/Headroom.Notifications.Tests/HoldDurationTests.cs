using System.Xml;
using CsCheck;

namespace Headroom.Notifications.Tests;

public sealed class HoldDurationTests
{
    [Theory]
    [InlineData("PT15M", 900)]
    [InlineData("PT6H", 21600)]
    [InlineData("P1D", 86400)]
    [InlineData("P1W", 604800)]
    [InlineData("P1DT1H1M1S", 90061)]
    [InlineData("PT90M", 5400)]
    [InlineData("PT0S", 0)]
    [InlineData("PT0.5S", 0.5)]
    public void A_duration_is_read(string text, double seconds)
    {
        HoldDuration.TryParse(text, out var duration).ShouldBeTrue();
        duration.TotalSeconds.ShouldBe(seconds);
    }

    [Theory]
    [InlineData("")]
    [InlineData("P")]
    [InlineData("PT")]
    [InlineData("P1DT")]
    [InlineData("5M")]
    [InlineData("P5")]
    [InlineData("PT5")]
    [InlineData("P1Y")]
    [InlineData("P1M")]
    [InlineData("P1H")]
    [InlineData("PT1D")]
    [InlineData("PT1M1H")]
    [InlineData("PT1H1H")]
    [InlineData("PT1.5M")]
    [InlineData("PT.5S")]
    [InlineData("PT1.S")]
    [InlineData("PT1.2345S")]
    [InlineData("PT1,5S")]
    [InlineData("PT1.2.3S")]
    [InlineData("PT-5M")]
    [InlineData("-PT5M")]
    [InlineData("pt5m")]
    [InlineData("PT5M ")]
    [InlineData("PT1TT1S")]
    [InlineData("PT1234567890S")]
    [InlineData("PT٥M")]
    public void Anything_else_is_no_duration(string text) => HoldDuration.TryParse(text, out _).ShouldBeFalse();

    [Fact]
    public void What_is_written_reads_back_as_it_was() => Gen.Int[0, int.MaxValue].Select(ms => TimeSpan.FromMilliseconds(ms)).Sample(
        duration => HoldDuration.TryParse(HoldDuration.Format(duration), out var read) && read == duration);

    [Fact]
    public void Days_hours_minutes_and_seconds_are_read_as_XML_schema_reads_them()
    {
        static string Part(int? amount, char unit) => amount is { } number ? $"{number}{unit}" : "";
        var amount = Gen.Int[0, 9999].Nullable();
        Gen.Select(amount, amount, amount, Gen.Int[0, 9999]).Sample((days, hours, minutes, seconds) =>
        {
            var text = $"P{Part(days, 'D')}T{Part(hours, 'H')}{Part(minutes, 'M')}{seconds}.25S";
            HoldDuration.TryParse(text, out var read).ShouldBeTrue();
            read.ShouldBe(XmlConvert.ToTimeSpan(text));
        });
    }
}
