using System.Collections.Immutable;
using Headroom.States.Json;
using Headroom.States.Paths;

namespace Headroom.States.Intrinsics;

/// <summary>Text to <see cref="FunctionCall"/>.</summary>
internal static class FunctionParser
{
    private const string Prefix = "States.";

    /// <summary>As deep as calls may be nested in one another.</summary>
    private const int Deepest = 10;

    public static FunctionCall Parse(string text)
    {
        var cursor = new TextCursor(text);
        cursor.SkipWhitespace();
        var call = ParseCall(cursor, depth: 1);
        cursor.SkipWhitespace();
        return cursor.AtEnd ? call : throw cursor.Unexpected();
    }

    private static FunctionCall ParseCall(TextCursor cursor, int depth)
    {
        var name = cursor.TryTake(Prefix) ? cursor.TakeWhile(char.IsLetterOrDigit) : throw cursor.Unexpected();
        if (depth > Deepest || !IntrinsicFunction.All.TryGetValue(name, out var function))
        {
            throw cursor.Unexpected();
        }

        cursor.Expect('(');
        cursor.SkipWhitespace();
        var arguments = ImmutableArray.CreateBuilder<FunctionArgument>();
        while (!cursor.TryTake(')'))
        {
            arguments.Add(ParseArgument(cursor, depth, isTemplate: name == "Format" && arguments.Count == 0));
            cursor.SkipWhitespace();
            if (cursor.TryTake(','))
            {
                cursor.SkipWhitespace();
            }
            else if (cursor.Current != ')')
            {
                throw cursor.Unexpected();
            }
        }

        return arguments.Count >= function.Least && arguments.Count <= function.Most
            ? new FunctionCall(cursor.Text, function, arguments.ToImmutable())
            : throw new PathSyntaxException($"{Prefix}{name} takes another number of arguments");
    }

    private static FunctionArgument ParseArgument(TextCursor cursor, int depth, bool isTemplate) => cursor.Current switch
    {
        '$' => new FunctionArgument.AtPath(ReferenceParser.ParseRest(cursor), cursor.Text),
        '\'' => ParseLiteral(cursor, isTemplate),
        'S' => new FunctionArgument.Nested(ParseCall(cursor, depth + 1)),
        _ => ParseWord(cursor),
    };

    private static FunctionArgument.Literal ParseLiteral(TextCursor cursor, bool isTemplate)
    {
        cursor.Next();
        return new FunctionArgument.Literal(JsonValue.From(cursor.TakeLiteral(isTemplate)));
    }

    private static FunctionArgument.Literal ParseWord(TextCursor cursor)
    {
        var word = cursor.TakeWhile(c => char.IsLetterOrDigit(c) || c is '-' or '+' or '.');
        return word.Length > 0 && JsonValue.TryParse(word, out var value) ? new FunctionArgument.Literal(value) : throw cursor.Unexpected();
    }
}
