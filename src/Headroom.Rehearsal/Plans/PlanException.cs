namespace Headroom.Rehearsal.Plans;

/// <summary>A text that is no plan; the message names the field, what was given and what is allowed.</summary>
public sealed class PlanException(string message, Exception? inner = null) : Exception(message, inner);
