namespace Headroom.Cloud.Identity.Policies;

/// <summary>IAM's wildcards: <c>*</c> is any run of characters (also none, also colons and slashes), <c>?</c> exactly one.</summary>
internal static class Wildcard
{
    /// <summary>Whether the whole text fits the pattern. Actions compare without case, resources with it.</summary>
    internal static bool Matches(string pattern, string text, bool ignoreCase = false)
    {
        var (p, t, star, resume) = (0, 0, -1, 0);
        while (t < text.Length)
        {
            if (p < pattern.Length && pattern[p] == '*')
            {
                (star, resume) = (p++, t);
            }
            else if (p < pattern.Length && (pattern[p] == '?' || Same(pattern[p], text[t], ignoreCase)))
            {
                (p, t) = (p + 1, t + 1);
            }
            else if (star >= 0)
            {
                (p, t) = (star + 1, ++resume);
            }
            else
            {
                return false;
            }
        }

        return pattern.AsSpan(p).TrimStart('*').IsEmpty;
    }

    private static bool Same(char a, char b, bool ignoreCase) =>
        a == b || (ignoreCase && char.ToUpperInvariant(a) == char.ToUpperInvariant(b));
}
