using System.Text;

namespace Headroom.States.Paths;

/// <summary>A place in a text that is being read: what paths, filters and intrinsic functions are parsed with.</summary>
internal sealed class TextCursor(string text)
{
    /// <summary>How deep expressions may be nested: a definition is not ours, and each level takes stack.</summary>
    private const int Deepest = 64;

    private int depth;

    public string Text { get; } = text;

    public int Position { get; set; }

    public bool AtEnd => Position >= Text.Length;

    public char Current => AtEnd ? '\0' : Text[Position];

    public char Next() => AtEnd ? throw Unexpected() : Text[Position++];

    /// <summary>Parses something that may hold the like of itself.</summary>
    public T Nested<T>(Func<TextCursor, T> parse)
    {
        if (++depth > Deepest)
        {
            throw new PathSyntaxException($"'{Text[..Math.Min(Text.Length, 80)]}…' is nested more than {Deepest} levels deep");
        }

        var parsed = parse(this);
        depth--;
        return parsed;
    }

    public bool TryTake(char c)
    {
        if (AtEnd || Text[Position] != c)
        {
            return false;
        }

        Position++;
        return true;
    }

    public bool TryTake(string s)
    {
        if (string.CompareOrdinal(Text, Position, s, 0, s.Length) != 0)
        {
            return false;
        }

        Position += s.Length;
        return true;
    }

    public void Expect(char c)
    {
        if (!TryTake(c))
        {
            throw Unexpected();
        }
    }

    public void SkipWhitespace()
    {
        while (!AtEnd && char.IsWhiteSpace(Current))
        {
            Position++;
        }
    }

    public string TakeWhile(Func<char, bool> accepts)
    {
        var start = Position;
        while (!AtEnd && accepts(Current))
        {
            Position++;
        }

        return Text[start..Position];
    }

    /// <summary>
    /// The text up to the quote that ends it, which was opened before. A backslash makes a quote or a backslash plain; before
    /// anything else it stands for itself, as AWS reads <c>$['a\"b']</c>.
    /// </summary>
    public string TakeQuoted(char quote)
    {
        var value = new StringBuilder();
        for (var c = Next(); c != quote; c = Next())
        {
            value.Append(c == '\\' && (Current == quote || Current == '\\') ? Next() : c);
        }

        return value.ToString();
    }

    /// <summary>
    /// The text up to the apostrophe that ends it, which was opened before. A backslash makes an apostrophe, a brace or a backslash
    /// plain and stands before nothing else.
    /// </summary>
    /// <param name="isTemplate">Whether what is to be told from a placeholder keeps its backslash.</param>
    public string TakeLiteral(bool isTemplate)
    {
        var value = new StringBuilder();
        for (var c = Next(); c != '\''; c = Next())
        {
            if (c == '\\')
            {
                if (Current is not ('\'' or '{' or '}' or '\\'))
                {
                    throw Unexpected();
                }

                c = Next();
                if (isTemplate && c != '\'')
                {
                    value.Append('\\');
                }
            }

            value.Append(c);
        }

        return value.ToString();
    }

    public PathSyntaxException Unexpected() =>
        new(AtEnd ? $"'{Text}' ends unexpectedly" : $"unexpected '{Current}' at position {Position} of '{Text}'");
}
