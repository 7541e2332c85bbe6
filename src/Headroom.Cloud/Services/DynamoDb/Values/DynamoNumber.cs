using System.Globalization;
using System.Numerics;

namespace Headroom.Cloud.Services.DynamoDb.Values;

/// <summary>
/// A number as DynamoDB keeps it: up to 38 significant digits, magnitude 1E-130 to 9.99…E+125, exact
/// (<see href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/HowItWorks.NamingRulesDataTypes.html">data types</see>).
/// Its value is <c>Digits × 10^Exponent</c>, with no trailing zero in Digits.
/// </summary>
internal readonly record struct DynamoNumber : IComparable<DynamoNumber>
{
    private const int MaxDigits = 38;
    private const int MaxMagnitude = 125;
    private const int MinMagnitude = -130;

    private DynamoNumber(BigInteger digits, int exponent) => (Digits, Exponent) = (digits, exponent);

    private BigInteger Digits { get; }

    private int Exponent { get; }

    /// <summary>The power of ten of the first significant digit.</summary>
    private int Magnitude => Length(Digits) + Exponent - 1;

    /// <summary>Reads a number.</summary>
    /// <exception cref="InvalidRequestException">It is none, or out of range.</exception>
    public static DynamoNumber Parse(string text)
    {
        const NumberStyles Whole = NumberStyles.AllowLeadingSign;
        var mark = text.IndexOfAny(['e', 'E']);
        var mantissa = mark < 0 ? text : text[..mark];
        var dot = mantissa.IndexOf('.', StringComparison.Ordinal);
        var decimals = dot < 0 ? 0 : mantissa.Length - dot - 1;
        var exponent = 0;
        if (!BigInteger.TryParse(dot < 0 ? mantissa : mantissa.Remove(dot, 1), Whole, CultureInfo.InvariantCulture, out var digits)
            || (mark >= 0 && !int.TryParse(text.AsSpan(mark + 1), Whole, CultureInfo.InvariantCulture, out exponent)))
        {
            throw new InvalidRequestException(text.Length == 0
                ? "The parameter cannot be converted to a numeric value"
                : $"The parameter cannot be converted to a numeric value: {text}");
        }

        return InRange(digits, exponent - decimals);
    }

    public static DynamoNumber operator +(DynamoNumber left, DynamoNumber right)
    {
        var exponent = Math.Min(left.Exponent, right.Exponent);
        return InRange(left.At(exponent) + right.At(exponent), exponent);
    }

    public static DynamoNumber operator -(DynamoNumber left, DynamoNumber right) => left + new DynamoNumber(-right.Digits, right.Exponent);

    /// <inheritdoc/>
    public int CompareTo(DynamoNumber other)
    {
        var exponent = Math.Min(Exponent, other.Exponent);
        return At(exponent).CompareTo(other.At(exponent));
    }

    /// <summary>In plain decimal notation, as DynamoDB returns numbers.</summary>
    public override string ToString()
    {
        var text = BigInteger.Abs(Digits).ToString(CultureInfo.InvariantCulture);
        text = Exponent >= 0
            ? text + new string('0', Exponent)
            : text.PadLeft(1 - Exponent, '0').Insert(Math.Max(text.Length, 1 - Exponent) + Exponent, ".");
        return Digits.Sign < 0 ? '-' + text : text;
    }

    /// <summary>Text whose ordinal order is the order of the numbers.</summary>
    public string ToSortableText()
    {
        if (Digits.IsZero)
        {
            return "1";
        }

        var digits = BigInteger.Abs(Digits).ToString(CultureInfo.InvariantCulture);
        var magnitude = Magnitude - MinMagnitude;
        return Digits.Sign > 0
            ? string.Create(CultureInfo.InvariantCulture, $"2{magnitude:000}{digits}")
            : string.Create(CultureInfo.InvariantCulture, $"0{999 - magnitude:000}{Complement(digits)}~");
    }

    private static string Complement(string digits) => string.Concat(digits.Select(digit => (char)('9' - digit + '0')));

    private static int Length(BigInteger digits) => BigInteger.Abs(digits).ToString(CultureInfo.InvariantCulture).Length;

    private static DynamoNumber InRange(BigInteger digits, int exponent)
    {
        if (digits.IsZero)
        {
            return new(0, 0);
        }

        while ((digits % 10).IsZero)
        {
            (digits, exponent) = (digits / 10, exponent + 1);
        }

        var number = new DynamoNumber(digits, exponent);
        return number switch
        {
            { Magnitude: > MaxMagnitude } => throw new InvalidRequestException(
                "Number overflow. Attempting to store a number with magnitude larger than supported range"),
            { Magnitude: < MinMagnitude } => throw new InvalidRequestException(
                "Number underflow. Attempting to store a number with magnitude smaller than supported range"),
            _ when Length(digits) > MaxDigits => throw new InvalidRequestException("Attempting to store more than 38 significant digits in a Number"),
            _ => number,
        };
    }

    private BigInteger At(int exponent) => Digits * BigInteger.Pow(10, Exponent - exponent);
}
