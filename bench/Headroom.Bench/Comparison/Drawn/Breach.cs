namespace Headroom.Bench.Comparison.Drawn;

/// <summary>An invariant that a run broke.</summary>
/// <param name="Invariant"><c>I1</c> to <c>I6</c>.</param>
/// <param name="Text">How, in words.</param>
/// <param name="Weight">How badly: the worst of several has the most.</param>
internal sealed record Breach(string Invariant, string Text, TimeSpan Weight);
