namespace Headroom.Cloud.Services.DynamoDb.Expressions;

/// <summary>Cuts an expression's text into tokens.</summary>
internal static class Tokens
{
    public static IReadOnlyList<Token> Of(string text)
    {
        var tokens = new List<Token>();
        for (var at = 0; at < text.Length;)
        {
            if (text[at] is ' ' or '\t' or '\r' or '\n')
            {
                at++;
                continue;
            }

            var token = At(text, at);
            tokens.Add(token);
            at = token.End;
        }

        tokens.Add(new(TokenKind.End, "<EOF>", text.Length));
        return tokens;
    }

    private static Token At(string text, int start) => text[start] switch
    {
        '#' => new(TokenKind.NamePlaceholder, Run(text, start, IsWordPart), start),
        ':' => new(TokenKind.ValuePlaceholder, Run(text, start, IsWordPart), start),
        var letter when char.IsAsciiLetter(letter) => new(TokenKind.Word, Run(text, start, IsWordPart), start),
        var digit when char.IsAsciiDigit(digit) => new(TokenKind.Number, Run(text, start, char.IsAsciiDigit), start),
        '<' or '>' when start + 1 < text.Length
            && text[start..(start + 2)] is "<>" or "<=" or ">=" => new(TokenKind.Symbol, text[start..(start + 2)], start),
        _ => new(TokenKind.Symbol, text[start..(start + 1)], start),
    };

    private static string Run(string text, int start, Func<char, bool> belongs)
    {
        var end = start + 1;
        while (end < text.Length && belongs(text[end]))
        {
            end++;
        }

        return text[start..end];
    }

    private static bool IsWordPart(char c) => char.IsAsciiLetterOrDigit(c) || c == '_';
}
