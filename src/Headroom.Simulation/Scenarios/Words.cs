using System.Globalization;

namespace Headroom.Simulation.Scenarios;

/// <summary>How a scenario is told.</summary>
internal static class Words
{
    /// <summary>A time in seconds.</summary>
    internal static string Of(TimeSpan time) => string.Create(CultureInfo.InvariantCulture, $"{time.TotalSeconds:0.###} s");

    /// <summary>What somebody sets, leaving out what they leave as it is: <c>Min 1, Max 5</c>.</summary>
    internal static string Of(params (string Name, object? Value)[] given) =>
        string.Join(", ", given.Where(one => one.Value is not null).Select(one => string.Create(CultureInfo.InvariantCulture, $"{one.Name} {one.Value}")));
}
