using System.Collections.Immutable;
using System.Globalization;

namespace Headroom.States.Paths;

/// <summary>Text to <see cref="JsonPath"/>. Reads as much as is a path and leaves the cursor behind it.</summary>
internal static class PathParser
{
    /// <summary>A whole text that is a path.</summary>
    public static JsonPath Parse(string text)
    {
        var cursor = new TextCursor(text);
        cursor.Expect('$');
        var path = ParseRest(cursor);
        cursor.SkipWhitespace();
        return cursor.AtEnd ? path : throw cursor.Unexpected();
    }

    /// <summary>The segments from here on; the root (<c>$</c>, <c>$$</c>, <c>$name</c>, <c>@</c>) was taken.</summary>
    public static JsonPath ParseRest(TextCursor cursor)
    {
        var start = cursor.Position;
        var segments = ImmutableArray.CreateBuilder<PathSegment>();
        while (ParseSegment(cursor, segments))
        {
        }

        return segments.TakeWhile(s => s is not PathSegment.Function).Count() >= segments.Count - 1
            ? new JsonPath("$" + cursor.Text[start..cursor.Position], segments.ToImmutable())
            : throw cursor.Unexpected();
    }

    private static bool ParseSegment(TextCursor cursor, ImmutableArray<PathSegment>.Builder segments)
    {
        if (cursor.TryTake(".."))
        {
            segments.Add(new PathSegment.Descendants());
            var segment = cursor.TryTake('[') ? ParseBracket(cursor) : ParseName(cursor);
            segments.Add(segment is PathSegment.Filter filter ? filter with { OfAll = true } : segment);
            return true;
        }

        if (cursor.TryTake('.'))
        {
            segments.Add(cursor.TryTake('[') ? ParseBracket(cursor) : ParseName(cursor));
            return true;
        }

        if (cursor.TryTake('['))
        {
            segments.Add(ParseBracket(cursor));
            return true;
        }

        return false;
    }

    private static PathSegment ParseName(TextCursor cursor)
    {
        if (cursor.TryTake('*'))
        {
            return new PathSegment.Wildcard();
        }

        var name = cursor.TakeWhile(IsNameCharacter);
        if (name.Length == 0)
        {
            throw cursor.Unexpected();
        }

        return cursor.Current == '(' && PathFunctions.Names.Contains(name) && cursor.TryTake("()")
            ? new PathSegment.Function(name)
            : new PathSegment.Property(name);
    }

    private static bool IsNameCharacter(char c) => !char.IsWhiteSpace(c) && ".[]()*,=<>!&|?'\"".IndexOf(c, StringComparison.Ordinal) < 0;

    private static PathSegment ParseBracket(TextCursor cursor)
    {
        cursor.SkipWhitespace();
        var segment = cursor.Current switch
        {
            '\'' or '"' => ParseQuotedNames(cursor),
            '*' => ParseWildcard(cursor),
            '?' => ParseFilter(cursor),
            _ => ParseNumbers(cursor),
        };
        cursor.SkipWhitespace();
        cursor.Expect(']');
        return segment;
    }

    private static PathSegment.Wildcard ParseWildcard(TextCursor cursor)
    {
        cursor.Next();
        return new PathSegment.Wildcard();
    }

    private static PathSegment.Filter ParseFilter(TextCursor cursor)
    {
        cursor.Expect('?');
        cursor.SkipWhitespace();
        cursor.Expect('(');
        var expression = FilterParser.Parse(cursor);
        cursor.SkipWhitespace();
        cursor.Expect(')');
        return new PathSegment.Filter(expression);
    }

    private static PathSegment ParseQuotedNames(TextCursor cursor)
    {
        var names = ImmutableArray.CreateBuilder<string>();
        do
        {
            cursor.SkipWhitespace();
            var quote = cursor.Next();
            names.Add(quote is '\'' or '"' ? cursor.TakeQuoted(quote) : throw cursor.Unexpected());
            cursor.SkipWhitespace();
        }
        while (cursor.TryTake(','));

        return names.Count == 1 ? new PathSegment.Property(names[0]) : new PathSegment.Properties(names.ToImmutable());
    }

    private static PathSegment ParseNumbers(TextCursor cursor)
    {
        var text = cursor.TakeWhile(c => c != ']');
        if (text.Contains(':', StringComparison.Ordinal))
        {
            // A step, [0:10:2], is read and, as on AWS, not heeded.
            var ends = text.Split(':').Select(part => ParseNumber(part, cursor)).ToArray();
            return ends.Length <= 3 && (ends[0] ?? ends[1]) is not null ? new PathSegment.Slice(ends[0], ends[1]) : throw cursor.Unexpected();
        }

        var indexes = text.Split(',').Select(part => ParseNumber(part, cursor) ?? throw cursor.Unexpected()).ToImmutableArray();
        return indexes.Length == 1 ? new PathSegment.Index(indexes[0]) : new PathSegment.Indexes(indexes);
    }

    private static int? ParseNumber(string text, TextCursor cursor) =>
        string.IsNullOrWhiteSpace(text) ? null
        : int.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out var number) ? number
        : throw cursor.Unexpected();
}
