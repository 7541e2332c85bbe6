using Headroom.Wire.Validation;

namespace Headroom.Wire.Descriptions;

/// <summary>A type of an API, with its constraints. Shapes may contain themselves (DynamoDB's <c>AttributeValue</c>).</summary>
public abstract class Shape
{
    private protected Shape()
    {
    }

    /// <summary>AWS's name of the shape; it shows in no message.</summary>
    public required string Name { get; init; }

    /// <summary>The least value of a number, or the least length of a text, list or map.</summary>
    public decimal? Min { get; init; }

    /// <summary>The largest value of a number, or the largest length of a text, list or map.</summary>
    public decimal? Max { get; init; }

    /// <summary>What its values must satisfy.</summary>
    internal IReadOnlyList<Constraint> Constraints => field ??= [.. Validation.Constraints.Of(this)];
}

/// <summary>A text.</summary>
public sealed class StringShape : Shape
{
    /// <summary>What the whole text must match, as .NET reads it; null for anything.</summary>
    public string? Pattern { get; init; }

    /// <summary>The allowed texts; empty for anything.</summary>
    public IReadOnlyList<string> Enum { get; init; } = [];
}

/// <summary>A number without fraction, of 32 or 64 bits.</summary>
public sealed class IntegerShape : Shape
{
    /// <summary>32 or 64.</summary>
    public required int Bits { get; init; }
}

/// <summary>A floating-point number.</summary>
public sealed class FloatShape : Shape;

/// <summary>True or false.</summary>
public sealed class BooleanShape : Shape;

/// <summary>An instant.</summary>
public sealed class TimestampShape : Shape
{
    /// <summary>How it is written where the shape says so; null leaves it to protocol and place.</summary>
    public TimestampFormat? Format { get; init; }
}

/// <summary>Bytes.</summary>
public sealed class BlobShape : Shape;

/// <summary>Any JSON value.</summary>
public sealed class DocumentShape : Shape;

/// <summary>A list of one kind.</summary>
public sealed class ListShape : Shape
{
    /// <summary>What it is a list of, with the XML name of each.</summary>
    public required Member Element { get; init; }

    /// <summary>Whether XML and forms write the elements without one around them.</summary>
    public bool Flattened { get; init; }
}

/// <summary>Values of one kind by text.</summary>
public sealed class MapShape : Shape
{
    /// <summary>The key, a text, with its XML name.</summary>
    public required Member Key { get; init; }

    /// <summary>The value, with its XML name.</summary>
    public required Member Value { get; init; }

    /// <summary>Whether XML and forms write the entries without an element around them.</summary>
    public bool Flattened { get; init; }
}
