using System.Text.RegularExpressions;

namespace Headroom.Cloud.Services.CloudWatch.MetricMath;

/// <summary>Cuts an expression into its words.</summary>
internal static partial class Tokenizer
{
    /// <exception cref="MathFault">A character that begins no word.</exception>
    internal static IReadOnlyList<Token> Read(string expression)
    {
        var tokens = new List<Token>();
        for (var position = 0; position < expression.Length;)
        {
            if (char.IsWhiteSpace(expression[position]))
            {
                position++;
                continue;
            }

            var word = Word().Match(expression, position);
            if (!word.Success)
            {
                throw MathParser.Invalid($"unexpected character '{expression[position]}' at position {position}");
            }

            tokens.Add(TokenOf(word));
            position += word.Length;
        }

        tokens.Add(new(TokenKind.End, ""));
        return tokens;
    }

    private static Token TokenOf(Match word) => word switch
    {
        _ when word.Groups["number"].Success => new(TokenKind.Number, word.Value),
        _ when word.Groups["name"].Success => new(TokenKind.Name, word.Value),
        _ when word.Groups["text"].Success => new(TokenKind.Text, word.Value[1..^1]),
        _ => new(TokenKind.Symbol, word.Value switch { "&&" => "AND", "||" => "OR", var other => other }),
    };

    [GeneratedRegex("""
        \G(?:(?<number>(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?)|(?<name>[A-Za-z_][A-Za-z0-9_]*)|(?<text>"[^"]*"|'[^']*')|==|!=|<=|>=|&&|\|\||[-+*/^<>()[\],])
        """, RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 30_000)]
    private static partial Regex Word();
}
