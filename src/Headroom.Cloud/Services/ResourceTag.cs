namespace Headroom.Cloud.Services;

/// <summary>A tag as templates write it.</summary>
internal sealed record ResourceTag(string Key, string Value)
{
    /// <summary>The tags as services take them that want a map.</summary>
    internal static Dictionary<string, string> Map(IReadOnlyList<ResourceTag>? tags) => TagKeys.Map(tags, tag => tag.Key, tag => tag.Value);
}
