using System.Collections.Immutable;
using System.Text;
using System.Text.RegularExpressions;
using Headroom.States.Json;

namespace Headroom.States.Paths;

/// <summary>The expression between <c>?(</c> and <c>)</c>: <c>||</c> binds weakest, then <c>&amp;&amp;</c>, then <c>!</c>.</summary>
internal static class FilterParser
{
    /// <summary>A pattern comes from a definition, not from us: it gets this long.</summary>
    private static readonly TimeSpan PatternTime = TimeSpan.FromSeconds(5);

    public static FilterExpression Parse(TextCursor cursor) => cursor.Nested(ParseAny);

    private static FilterExpression ParseAny(TextCursor cursor)
    {
        var parts = Separated(cursor, "||", ParseAll);
        return parts.Length == 1 ? parts[0] : new FilterExpression.Any(parts);
    }

    private static FilterExpression ParseAll(TextCursor cursor)
    {
        var parts = Separated(cursor, "&&", ParseOne);
        return parts.Length == 1 ? parts[0] : new FilterExpression.All(parts);
    }

    private static ImmutableArray<FilterExpression> Separated(TextCursor cursor, string separator, Func<TextCursor, FilterExpression> parse)
    {
        var parts = ImmutableArray.CreateBuilder<FilterExpression>();
        do
        {
            cursor.SkipWhitespace();
            parts.Add(parse(cursor));
            cursor.SkipWhitespace();
        }
        while (cursor.TryTake(separator));

        return parts.ToImmutable();
    }

    private static FilterExpression ParseOne(TextCursor cursor)
    {
        if (cursor.TryTake('!'))
        {
            cursor.SkipWhitespace();
            return new FilterExpression.Not(cursor.Nested(ParseOne));
        }

        if (cursor.TryTake('('))
        {
            var inner = Parse(cursor);
            cursor.SkipWhitespace();
            cursor.Expect(')');
            return inner;
        }

        return ParseComparison(cursor);
    }

    private static FilterExpression ParseComparison(TextCursor cursor)
    {
        var left = ParseOperand(cursor);
        cursor.SkipWhitespace();
        if (cursor.TryTake("=~"))
        {
            return new FilterExpression.Matches(left, ParsePattern(cursor));
        }

        var op = FilterComparison.Operators.FirstOrDefault(cursor.TryTake);
        return op is null ? new FilterExpression.Exists(left) : new FilterExpression.Compare(left, op, ParseOperand(cursor));
    }

    private static FilterOperand ParseOperand(TextCursor cursor)
    {
        cursor.SkipWhitespace();
        return cursor.Current switch
        {
            '@' => new FilterOperand.FromItem(Rest(cursor)),
            '$' => new FilterOperand.FromRoot(Rest(cursor)),
            '\'' or '"' => new FilterOperand.Literal(JsonValue.From(cursor.TakeQuoted(cursor.Next()))),
            '[' => new FilterOperand.Literal(ParseList(cursor)),
            _ => ParseWord(cursor),
        };
    }

    private static JsonPath Rest(TextCursor cursor)
    {
        cursor.Next();
        return PathParser.ParseRest(cursor);
    }

    private static JsonArray ParseList(TextCursor cursor)
    {
        var items = new List<JsonValue>();
        cursor.Expect('[');
        cursor.SkipWhitespace();
        while (!cursor.TryTake(']'))
        {
            items.Add(cursor.Nested(ParseOperand) is FilterOperand.Literal literal ? literal.Constant : throw cursor.Unexpected());
            cursor.SkipWhitespace();
            _ = cursor.TryTake(',');
            cursor.SkipWhitespace();
        }

        return new JsonArray(items);
    }

    private static FilterOperand.Literal ParseWord(TextCursor cursor)
    {
        var word = cursor.TakeWhile(c => char.IsLetterOrDigit(c) || c is '-' or '+' or '.');
        return word.Length > 0 && JsonValue.TryParse(word, out var value) ? new FilterOperand.Literal(value) : throw cursor.Unexpected();
    }

    private static Regex ParsePattern(TextCursor cursor)
    {
        cursor.SkipWhitespace();
        cursor.Expect('/');
        var pattern = new StringBuilder();
        for (var c = cursor.Next(); c != '/'; c = cursor.Next())
        {
            pattern.Append(c);
            if (c == '\\')
            {
                pattern.Append(cursor.Next());
            }
        }

        var options = cursor.TryTake('i') ? RegexOptions.IgnoreCase : RegexOptions.None;
        try
        {
            return new Regex($"^(?:{pattern})$", options | RegexOptions.NonBacktracking | RegexOptions.CultureInvariant, PatternTime);
        }
        catch (Exception refused) when (refused is ArgumentException or NotSupportedException)
        {
            throw new PathSyntaxException($"'{pattern}' is not a valid pattern");
        }
    }
}
