namespace Headroom.Rehearsal.Comparing;

/// <summary>What a rehearsal shows, and what to do about it.</summary>
/// <param name="Kind">For programs: one word of <see cref="Findings"/>.</param>
/// <param name="Text">For people: one or two sentences.</param>
public sealed record Finding(string Kind, string Text);
