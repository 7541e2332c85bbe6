using CsCheck;

namespace Headroom.Notifications.Tests;

public sealed class InstantTests
{
    private static readonly Gen<DateTimeOffset> Instants = Gen.Long[0, 4_000_000_000_000].Select(DateTimeOffset.FromUnixTimeMilliseconds);

    [Fact]
    public void Text_order_is_time_order() => Gen.Select(Instants, Instants).Sample((one, other) =>
        Math.Sign(string.CompareOrdinal(Instant.Format(one), Instant.Format(other))) == one.CompareTo(other));

    [Fact]
    public void What_is_written_reads_back_as_it_was() =>
        Instants.Sample(instant => Instant.TryParse(Instant.Format(instant), out var read) && read == instant);

    [Theory]
    [InlineData("2026-01-01T18:00:00Z", "2026-01-01T18:00:00.000Z")]
    [InlineData("2026-01-01T18:00Z", "2026-01-01T18:00:00.000Z")]
    [InlineData("2026-01-01T18:00:00.9999999Z", "2026-01-01T18:00:00.999Z")]
    [InlineData("2026-01-01T01:00:00+05:30", "2025-12-31T19:30:00.000Z")]
    [InlineData("2026-01-01T01:00-08:00", "2026-01-01T09:00:00.000Z")]
    public void An_instant_is_written_in_UTC_with_three_decimals(string given, string written)
    {
        Instant.TryParse(given, out var instant).ShouldBeTrue();
        Instant.Format(instant).ShouldBe(written);
    }

    [Theory]
    [InlineData("")]
    [InlineData("2026-01-01")]
    [InlineData("2026-01-01T18:00:00")]
    [InlineData("2026-01-01 18:00:00Z")]
    [InlineData("2026-01-01T24:00:00Z")]
    [InlineData("2026-13-01T00:00:00Z")]
    [InlineData("2026-1-1T00:00:00Z")]
    [InlineData(" 2026-01-01T18:00:00Z")]
    [InlineData("01/01/2026 18:00:00 +00:00")]
    [InlineData("0001-01-01T00:00:00+14:00")]
    public void Anything_else_is_no_instant(string given) => Instant.TryParse(given, out _).ShouldBeFalse();
}
