using Headroom.Cloud.Services.DynamoDb;
using Headroom.Cloud.Services.DynamoDb.Values;
using Headroom.Wire.Shapes.DynamoDb;

namespace Headroom.Cloud.Tests.DynamoDb;

/// <summary>Numbers at their limits, as recorded on AWS (github.com/paritysuite/dynamodb-conformance, tests/tier3/limits).</summary>
public sealed class NumberTests
{
    private const string Overflow = "Number overflow. Attempting to store a number with magnitude larger than supported range";
    private const string Underflow = "Number underflow. Attempting to store a number with magnitude smaller than supported range";

    [Theory]
    [InlineData("1e99999999999", Overflow)]
    [InlineData("1e2147483648", Overflow)]
    [InlineData("1e2147483647", Overflow)]
    [InlineData("0.1e-2147483648", Underflow)]
    [InlineData("1e-99999999999", Underflow)]
    [InlineData("1e9223372036854775808", "The parameter cannot be converted to a numeric value: 1e9223372036854775808")]
    [InlineData("0e126", Overflow)]
    [InlineData("0e-131", Underflow)]
    [InlineData("1.+5", "The parameter cannot be converted to a numeric value: 1.+5")]
    [InlineData(".", "The parameter cannot be converted to a numeric value: .")]
    public void A_number_out_of_range_is_refused(string text, string message) =>
        Should.Throw<InvalidRequestException>(() => DynamoNumber.Parse(text)).Message.ShouldBe(message);

    [Theory]
    [InlineData("0e125", "0")]
    [InlineData("-0", "0")]
    [InlineData("0042.1200", "42.12")]
    [InlineData("-.50", "-0.5")]
    [InlineData("12e-1", "1.2")]
    public void A_number_is_kept_in_plain_notation(string text, string kept) => DynamoNumber.Parse(text).ToString().ShouldBe(kept);

    [Theory]
    [InlineData("0", 1)]
    [InlineData("1", 2)]
    [InlineData("12", 2)]
    [InlineData("123", 3)]
    [InlineData("12345678901234567890123456789012345678", 20)]
    [InlineData("100", 2)]
    [InlineData("1010", 3)]
    [InlineData("0.0000001", 2)]
    [InlineData("1E125", 2)]
    [InlineData("1E-100", 2)]
    [InlineData("1.5", 3)]
    [InlineData("1.234", 4)]
    [InlineData("3.14159", 5)]
    [InlineData("-1", 3)]
    public void A_number_counts_by_its_significant_digits(string text, int bytes) =>
        ItemSize.Of(new Dictionary<string, AttributeValue> { ["n"] = new() { N = text } }).ShouldBe(1 + bytes);

    [Fact]
    public void A_number_may_have_as_many_zeros_as_a_request_can_hold()
    {
        Should.Throw<InvalidRequestException>(() => DynamoNumber.Parse("1" + new string('0', 390_000))).Message.ShouldBe(Overflow);
        DynamoNumber.Parse("1" + new string('0', 390_000) + "e-390000").ToString().ShouldBe("1");
    }
}
