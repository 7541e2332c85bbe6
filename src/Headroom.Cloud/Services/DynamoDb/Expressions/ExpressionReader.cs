using System.Globalization;
using System.Text;
using Headroom.Wire.Shapes.DynamoDb;

namespace Headroom.Cloud.Services.DynamoDb.Expressions;

/// <summary>What all readers of expressions share: the place in the text, names, values, paths and the words of a refusal.</summary>
internal abstract class ExpressionReader
{
    private const int MaxBytes = 4096;
    private readonly string _kind;
    private readonly string _text;
    private readonly IReadOnlyList<Token> _tokens;
    private int _at;

    /// <param name="kind">The request's member, e.g. <c>ConditionExpression</c>.</param>
    /// <param name="text">The expression.</param>
    /// <param name="attributes">The request's names and values.</param>
    protected ExpressionReader(string kind, string text, ExpressionAttributes attributes)
    {
        (_kind, _text, Attributes) = (kind, text, attributes);
        if (string.IsNullOrWhiteSpace(text))
        {
            throw Invalid("The expression can not be empty;");
        }

        if (Encoding.UTF8.GetByteCount(text) is > MaxBytes and var size)
        {
            throw Invalid($"Expression size has exceeded the maximum allowed size; expression size: {size}");
        }

        _tokens = Tokens.Of(text);
    }

    protected ExpressionAttributes Attributes { get; }

    protected Token Current => _tokens[_at];

    protected Token Following => _tokens[Math.Min(_at + 1, _tokens.Count - 1)];

    protected InvalidRequestException Invalid(string message) => new($"Invalid {_kind}: {message}");

    protected Token Take() => _tokens[_at++];

    protected bool TakeSymbol(string symbol) => TakeIf(Current.IsSymbol(symbol));

    protected bool TakeWord(string word) => TakeIf(Current.IsWord(word));

    protected void Expect(string symbol)
    {
        if (!TakeSymbol(symbol))
        {
            throw SyntaxError();
        }
    }

    protected void ExpectEnd()
    {
        if (Current.Kind != TokenKind.End)
        {
            throw SyntaxError();
        }
    }

    protected InvalidRequestException SyntaxError()
    {
        var (first, last) = (_tokens[Math.Max(_at - 1, 0)], Following);
        return Invalid($"Syntax error; token: \"{Current.Text}\", near: \"{_text[first.Start..last.End]}\"");
    }

    protected AttributeValue ReadValue()
    {
        var placeholder = Take().Text;
        return Attributes.Value(placeholder)
            ?? throw Invalid($"An expression attribute value used in expression is not defined; attribute value: {placeholder}");
    }

    protected DocumentPath ReadPath()
    {
        var attribute = ReadName();
        var steps = new List<PathStep>();
        while (true)
        {
            if (TakeSymbol("."))
            {
                steps.Add(new(ReadName(), 0));
            }
            else if (TakeSymbol("["))
            {
                steps.Add(new(null, ReadIndex()));
                Expect("]");
            }
            else
            {
                return new(attribute, steps);
            }
        }
    }

    private bool TakeIf(bool wanted)
    {
        _at += wanted ? 1 : 0;
        return wanted;
    }

    private int ReadIndex() =>
        Current.Kind == TokenKind.Number
            && int.TryParse(Current.Text, NumberStyles.None, CultureInfo.InvariantCulture, out var index)
            && TakeIf(true)
            ? index
            : throw SyntaxError();

    private string ReadName()
    {
        switch (Current.Kind)
        {
            case TokenKind.NamePlaceholder:
                var placeholder = Take().Text;
                return Attributes.Name(placeholder)
                    ?? throw Invalid($"An expression attribute name used in the document path is not defined; attribute name: {placeholder}");
            case TokenKind.Word when ReservedWords.Contains(Current.Text):
                throw Invalid($"Attribute name is a reserved keyword; reserved keyword: {Current.Text}");
            case TokenKind.Word:
                return Take().Text;
            default:
                throw SyntaxError();
        }
    }
}
