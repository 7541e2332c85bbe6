namespace Headroom.Cloud.Services.ApplicationAutoScaling;

/// <summary>An activity whose capacity is asked for but not reached.</summary>
/// <param name="Key">Where it is in <see cref="AutoScalingState.Activities"/>.</param>
/// <param name="Capacity">The desired count that it set.</param>
internal sealed record OpenActivity(string Key, int Capacity);
