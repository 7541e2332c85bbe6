namespace Headroom.Cloud.Services.ApplicationAutoScaling;

/// <summary>An activity whose capacity is asked for but not reached.</summary>
/// <param name="Key">Where it is in <see cref="AutoScalingState.Activities"/>.</param>
/// <param name="Capacity">The desired count that it set.</param>
internal sealed record OpenActivity(string Key, int Capacity);

/// <summary>How many activities are kept of a target, at most: those of a target that is registered again are among them.</summary>
internal sealed record ActivityCount(int Kept);
