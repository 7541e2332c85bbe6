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

    /// <summary>An exponent that is out of range with any mantissa that a request can hold.</summary>
    private const long FarOutside = 1L << 40;

    private DynamoNumber(BigInteger digits, int exponent) => (Digits, Exponent) = (digits, exponent);

    private BigInteger Digits { get; }

    private int Exponent { get; }

    /// <summary>
    /// How many bytes it counts as: one, and one for each two significant digits before the point and after it, and one for a minus sign.
    /// The guide's rule is coarser; this is what items of the largest size show (paritysuite/dynamodb-conformance, numberByteSize).
    /// </summary>
    public int Size => Digits.IsZero ? 1 : 1 + Half(Length(Digits) - Decimals) + Half(Decimals) + (Digits.Sign < 0 ? 1 : 0);

    private int Decimals => Math.Min(Math.Max(-Exponent, 0), Length(Digits));

    /// <summary>The power of ten of the first significant digit.</summary>
    private int Magnitude => Length(Digits) + Exponent - 1;

    /// <summary>Reads a number.</summary>
    /// <exception cref="InvalidRequestException">It is none, or out of range.</exception>
    public static DynamoNumber Parse(string text)
    {
        var mark = text.IndexOfAny(['e', 'E']);
        var mantissa = mark < 0 ? text : text[..mark];
        var isNegative = mantissa.StartsWith('-');
        mantissa = isNegative || mantissa.StartsWith('+') ? mantissa[1..] : mantissa;
        var dot = mantissa.IndexOf('.', StringComparison.Ordinal);
        var digits = dot < 0 ? mantissa : mantissa.Remove(dot, 1);
        var exponent = 0L;
        if (digits.Length == 0 || !digits.All(char.IsAsciiDigit)
            || (mark >= 0 && !long.TryParse(text.AsSpan(mark + 1), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out exponent)))
        {
            throw new InvalidRequestException(text.Length == 0
                ? "The parameter cannot be converted to a numeric value"
                : $"The parameter cannot be converted to a numeric value: {text}");
        }

        exponent = Math.Clamp(exponent, -FarOutside, FarOutside);
        // Zeros are taken off as text: a number may be written with a hundred thousand of them.
        var significant = digits.Trim('0');
        if (significant.Length == 0)
        {
            // Zero is in range if the exponent that it is written with is.
            DemandMagnitude(exponent);
            return default;
        }

        var scale = exponent - (dot < 0 ? 0 : mantissa.Length - dot - 1) + digits.Length - digits.TrimEnd('0').Length;
        DemandMagnitude(significant.Length + scale - 1);
        DemandDigits(significant.Length);
        var value = BigInteger.Parse(significant, CultureInfo.InvariantCulture);
        return new(isNegative ? -value : value, (int)scale);
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
        DemandMagnitude(number.Magnitude);
        DemandDigits(Length(digits));
        return number;
    }

    private static void DemandMagnitude(long magnitude)
    {
        if (magnitude > MaxMagnitude)
        {
            throw new InvalidRequestException("Number overflow. Attempting to store a number with magnitude larger than supported range");
        }

        if (magnitude < MinMagnitude)
        {
            throw new InvalidRequestException("Number underflow. Attempting to store a number with magnitude smaller than supported range");
        }
    }

    private static void DemandDigits(int digits)
    {
        if (digits > MaxDigits)
        {
            throw new InvalidRequestException("Attempting to store more than 38 significant digits in a Number");
        }
    }

    private static int Half(int digits) => (digits + 1) / 2;

    private BigInteger At(int exponent) => Digits * BigInteger.Pow(10, Exponent - exponent);
}
