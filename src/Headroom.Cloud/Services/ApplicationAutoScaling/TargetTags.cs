namespace Headroom.Cloud.Services.ApplicationAutoScaling;

/// <summary>The tags of a scalable target.</summary>
internal sealed record TargetTags(IReadOnlyDictionary<string, string> Tags);
