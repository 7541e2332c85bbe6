namespace Headroom.Cloud.Services.DynamoDb.Expressions;

/// <summary>
/// Reads a ConditionExpression, FilterExpression or KeyConditionExpression
/// (<see href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Expressions.OperatorsAndFunctions.html">operators and functions</see>):
/// OR binds weakest, then AND, then NOT.
/// </summary>
internal sealed class ConditionReader : ExpressionReader
{
    private ConditionReader(string kind, string text, ExpressionAttributes attributes)
        : base(kind, text, attributes)
    {
    }

    /// <exception cref="InvalidRequestException">It is none.</exception>
    public static ItemCondition Read(string kind, string text, ExpressionAttributes attributes)
    {
        var reader = new ConditionReader(kind, text, attributes);
        var condition = reader.ReadOr();
        reader.ExpectEnd();
        return condition;
    }

    private ItemCondition ReadOr()
    {
        var left = ReadAnd();
        while (TakeWord("OR"))
        {
            left = new ItemCondition.Or(left, ReadAnd());
        }

        return left;
    }

    private ItemCondition ReadAnd()
    {
        var left = ReadNot();
        while (TakeWord("AND"))
        {
            left = new ItemCondition.And(left, ReadNot());
        }

        return left;
    }

    private ItemCondition ReadNot() => TakeWord("NOT") ? new ItemCondition.Not(ReadNot()) : ReadPrimary();

    private ItemCondition ReadPrimary()
    {
        if (TakeSymbol("("))
        {
            var doubled = Current.IsSymbol("(");
            var inner = ReadOr();
            // Only ((…)) is redundant: ((a) AND (b)) has something beside the inner pair.
            if (doubled && inner is not (ItemCondition.And or ItemCondition.Or))
            {
                throw Invalid("The expression has redundant parentheses;");
            }

            Expect(")");
            return inner;
        }

        return Current.Kind == TokenKind.Word && Following.IsSymbol("(") && !Current.IsWord("size")
            ? ReadFunction()
            : ReadComparison();
    }

    private ItemCondition ReadComparison()
    {
        var left = ReadOperand();
        if (TakeWord("BETWEEN"))
        {
            var lower = ReadOperand();
            return TakeWord("AND") ? ConditionRules.Between(left, lower, ReadOperand(), Invalid) : throw SyntaxError();
        }

        if (TakeWord("IN"))
        {
            return ConditionRules.In(left, ReadList(ReadOperand), Invalid);
        }

        var comparator = Current.Kind != TokenKind.Symbol ? throw SyntaxError() : Current.Text switch
        {
            "=" => Comparator.Equal,
            "<>" => Comparator.NotEqual,
            "<" => Comparator.Less,
            "<=" => Comparator.LessOrEqual,
            ">" => Comparator.Greater,
            ">=" => Comparator.GreaterOrEqual,
            _ => throw SyntaxError(),
        };
        var symbol = Take().Text;
        var right = ReadOperand();
        ConditionRules.DemandDistinct(symbol, left, right, Invalid);
        if (comparator is not (Comparator.Equal or Comparator.NotEqual))
        {
            ConditionRules.DemandOrdered(symbol, Invalid, left, right);
        }

        return new ItemCondition.Comparison(left, comparator, right);
    }

    private ItemCondition ReadFunction()
    {
        var name = Take().Text;
        return ConditionRules.Function(name, ReadList(ReadOperand), Invalid);
    }

    private Operand ReadOperand()
    {
        if (Current.Kind == TokenKind.ValuePlaceholder)
        {
            return new Operand.Literal(ReadValue());
        }

        if (Current.Kind != TokenKind.Word || !Following.IsSymbol("("))
        {
            return new Operand.Path(ReadPath());
        }

        var function = Take().Text;
        var operands = ReadList(ReadOperand);
        return function == "size"
            ? ConditionRules.Size(operands, Invalid)
            : throw Invalid($"The function is not allowed to be used this way in an expression; function: {function}");
    }

    private List<Operand> ReadList(Func<Operand> read)
    {
        Expect("(");
        var operands = new List<Operand> { read() };
        while (TakeSymbol(","))
        {
            operands.Add(read());
        }

        Expect(")");
        return operands;
    }
}
