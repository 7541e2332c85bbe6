namespace Headroom.Infrastructure.Tests;

/// <summary>Writes a path of states with each repeated round once.</summary>
internal static class Rounds
{
    private const int LongestRound = 16;

    internal static IEnumerable<(string States, int Times)> Fold(IReadOnlyList<string> path)
    {
        for (var at = 0; at < path.Count;)
        {
            var (length, times) = Enumerable.Range(1, LongestRound)
                .Select(length => (length, times: Repetitions(path, at, length)))
                .Where(round => round.times > 1)
                .DefaultIfEmpty((length: 1, times: 1))
                .First();
            yield return (string.Join(" ", path.Skip(at).Take(length)), times);
            at += length * times;
        }
    }

    private static int Repetitions(IReadOnlyList<string> path, int at, int length)
    {
        var times = 1;
        while (at + ((times + 1) * length) <= path.Count
            && path.Skip(at).Take(length).SequenceEqual(path.Skip(at + (times * length)).Take(length)))
        {
            times++;
        }

        return times;
    }
}
