using System.Globalization;

namespace Headroom.Cloud.Services.CloudWatch.MetricMath;

/// <summary>
/// Reads expressions (https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/using-metric-math.html#metric-math-syntax). What binds
/// tighter than what, AWS does not say; here as usual: ^ (from the right), the unary minus, * and /, + and -, comparisons, AND, OR.
/// </summary>
internal sealed class MathParser
{
    private const int Unary = 6;
    private const int MostNested = 100;

    private static readonly Dictionary<string, int> Precedence = new()
    {
        ["OR"] = 1, ["AND"] = 2, ["=="] = 3, ["!="] = 3, ["<="] = 3, [">="] = 3, ["<"] = 3, [">"] = 3, ["+"] = 4, ["-"] = 4, ["*"] = 5, ["/"] = 5, ["^"] = 7,
    };

    private readonly IReadOnlyList<Token> _tokens;
    private int _next;
    private int _depth;

    private MathParser(IReadOnlyList<Token> tokens) => _tokens = tokens;

    /// <exception cref="MathFault">It is no expression.</exception>
    internal static MathExpression Parse(string expression)
    {
        var parser = new MathParser(Tokenizer.Read(expression));
        var parsed = parser.Expression(0);
        return parser.Peek.Kind == TokenKind.End ? parsed : throw Invalid($"unexpected {parser.Peek}");
    }

    /// <summary>AWS says no more than the first two words.</summary>
    internal static MathFault Invalid(string detail) => new($"Invalid syntax ({detail})");

    private Token Peek => _tokens[_next];

    private MathExpression Expression(int loosest)
    {
        if (++_depth > MostNested)
        {
            throw Invalid($"nested more than {MostNested} deep");
        }

        var left = Operand();
        while (Peek.Kind is TokenKind.Symbol or TokenKind.Name && Precedence.TryGetValue(Peek.Text, out var binding) && binding > loosest)
        {
            var symbol = _tokens[_next++].Text;
            left = new MathExpression.Operation(symbol, left, Expression(symbol == "^" ? binding - 1 : binding));
        }

        _depth--;
        return left;
    }

    private MathExpression Operand()
    {
        var token = _tokens[_next];
        _next += token.Kind == TokenKind.End ? 0 : 1;
        return token switch
        {
            { Kind: TokenKind.Number } => new MathExpression.Number(double.Parse(token.Text, CultureInfo.InvariantCulture)),
            { Kind: TokenKind.Text } => new MathExpression.Text(token.Text),
            { Kind: TokenKind.Name } when Peek is { Kind: TokenKind.Symbol, Text: "(" } => new MathExpression.Call(token.Text, Items("(", ")")),
            { Kind: TokenKind.Name, Text: not ("AND" or "OR") } => new MathExpression.Name(token.Text),
            { Kind: TokenKind.Symbol, Text: "-" } => new MathExpression.Negation(Expression(Unary)),
            { Kind: TokenKind.Symbol, Text: "(" } => Grouped(),
            { Kind: TokenKind.Symbol, Text: "[" } => new MathExpression.List(Listed()),
            _ => throw Invalid($"unexpected {token}"),
        };
    }

    private MathExpression Grouped()
    {
        var grouped = Expression(0);
        Expect(")");
        return grouped;
    }

    private List<MathExpression> Listed()
    {
        _next--;
        return Items("[", "]");
    }

    private List<MathExpression> Items(string open, string close)
    {
        Expect(open);
        var items = new List<MathExpression>();
        while (!Is(close))
        {
            if (items.Count > 0)
            {
                Expect(",");
            }

            items.Add(Expression(0));
        }

        Expect(close);
        return items;
    }

    private bool Is(string symbol) => Peek.Kind == TokenKind.Symbol && Peek.Text == symbol;

    private void Expect(string symbol)
    {
        if (!Is(symbol))
        {
            throw Invalid($"expected '{symbol}' but found {Peek}");
        }

        _next++;
    }
}
