using System.Runtime.CompilerServices;

namespace Headroom.Cloud.Services.EventBridge.Patterns;

/// <summary>Patterns by their text: the same text is read once, however many events are held against it.</summary>
internal static class PatternTexts
{
    private static readonly ConditionalWeakTable<string, EventPattern> Known = [];

    /// <summary>The pattern of a text that was checked when it was stored.</summary>
    internal static EventPattern Pattern(string text) => Known.GetValue(text, PatternParser.Parse);
}
