using System.Runtime.CompilerServices;

namespace Headroom.Cloud.Identity.Policies;

/// <summary>Policy documents by their text: the same text is read once, however often it is decided by.</summary>
internal static class PolicyTexts
{
    private static readonly ConditionalWeakTable<string, PolicyDocument> Known = [];

    /// <summary>The document of a text that was checked when it was stored.</summary>
    /// <exception cref="InvalidOperationException">It is no policy: whoever stored it did not check it.</exception>
    internal static PolicyDocument Document(string text) => Known.GetValue(text, static text => PolicySyntax.Read(text) switch
    {
        ({ } document, _) => document,
        (_, var problem) => throw new InvalidOperationException($"A stored policy is none: {problem}"),
    });
}
