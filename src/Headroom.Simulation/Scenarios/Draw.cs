using Headroom.Cloud.Kernel;

namespace Headroom.Simulation.Scenarios;

/// <summary>Draws from a seeded source, in the forms in which scenarios need it.</summary>
internal sealed class Draw(SeededSource source)
{
    /// <summary>A whole number, both ends included.</summary>
    internal int Between(int least, int most) => least + source.NextInt(most - least + 1);

    internal bool Percent(int chance) => source.NextInt(100) < chance;

    internal TimeSpan Milliseconds(int least, int most) => TimeSpan.FromMilliseconds(Between(least, most));

    internal TimeSpan Seconds(int least, int most) => TimeSpan.FromMilliseconds(Between(least * 1000, most * 1000));

    internal T One<T>(IReadOnlyList<T> of) => of[source.NextInt(of.Count)];
}
