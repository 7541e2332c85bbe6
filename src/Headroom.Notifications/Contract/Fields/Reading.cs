namespace Headroom.Notifications.Contract.Fields;

/// <summary>A value read, or the line that refuses it.</summary>
/// <param name="Value">The value; meaningless when there is a refusal.</param>
/// <param name="Refusal">The line, or null.</param>
internal readonly record struct Reading<T>(T Value, string? Refusal)
{
    public static implicit operator Reading<T>(T value) => new(value, Refusal: null);

    /// <summary>Goes on with the value; the first refusal stays.</summary>
    public Reading<TNext> Then<TNext>(Func<T, Reading<TNext>> next) =>
        Refusal is { } line ? Reading.Refused<TNext>(line) : next(Value);
}

internal static class Reading
{
    public static Reading<T> Refused<T>(string line) => new(default!, line);
}
