namespace Headroom.Simulation.Running;

/// <summary>What the simulation itself has to do later: first due, first done; of those due together the one that was noted first.</summary>
internal sealed class Agenda
{
    private readonly PriorityQueue<Action, (DateTimeOffset, long)> _entries = new();
    private long _sequence;

    internal int Count => _entries.Count;

    internal DateTimeOffset? NextDue => _entries.TryPeek(out _, out var due) ? due.Item1 : null;

    internal void At(DateTimeOffset due, Action action) => _entries.Enqueue(action, (due, ++_sequence));

    internal void DoNext() => _entries.Dequeue()();
}
