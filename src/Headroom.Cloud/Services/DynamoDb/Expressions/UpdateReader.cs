using Headroom.Cloud.Services.DynamoDb.Values;

namespace Headroom.Cloud.Services.DynamoDb.Expressions;

/// <summary>
/// Reads an UpdateExpression: the sections SET, REMOVE, ADD and DELETE, each at most once, in any order
/// (<see href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Expressions.UpdateExpressions.html">update expressions</see>).
/// </summary>
internal sealed class UpdateReader : ExpressionReader
{
    private static readonly string[] ConditionFunctions =
        ["attribute_exists", "attribute_not_exists", "attribute_type", "begins_with", "contains", "size"];

    private readonly HashSet<string> _sections = new(StringComparer.Ordinal);

    private UpdateReader(string text, ExpressionAttributes attributes)
        : base("UpdateExpression", text, attributes)
    {
    }

    /// <exception cref="InvalidRequestException">It is none.</exception>
    public static UpdateExpression Read(string text, ExpressionAttributes attributes)
    {
        var reader = new UpdateReader(text, attributes);
        var actions = new List<UpdateAction>();
        while (reader.Current.Kind != TokenKind.End)
        {
            reader.ReadSection(actions);
        }

        reader.DemandSeparate(actions.ConvertAll(action => action.Document));
        return new(actions);
    }

    private void ReadSection(List<UpdateAction> actions)
    {
        var section = Current.Kind == TokenKind.Word ? Current.Text.ToUpperInvariant() : "";
        Func<UpdateAction> read = section switch
        {
            "SET" => ReadSet,
            "REMOVE" => () => new UpdateAction.Remove(ReadPath()),
            "ADD" => ReadAdd,
            "DELETE" => ReadDelete,
            _ => throw SyntaxError(),
        };
        Take();
        if (!_sections.Add(section))
        {
            throw Invalid($"The \"{section}\" section can only be used once in an update expression;");
        }

        do
        {
            actions.Add(read());
        }
        while (TakeSymbol(","));
    }

    private UpdateAction.Set ReadSet()
    {
        var document = ReadPath();
        Expect("=");
        var left = ReadOperand();
        var subtracts = Current.IsSymbol("-");
        if (!TakeSymbol("+") && !TakeSymbol("-"))
        {
            return new(document, left);
        }

        var right = ReadOperand();
        foreach (var operand in new[] { left, right })
        {
            DemandType(subtracts ? "-" : "+", operand, AttributeType.N);
        }

        return new(document, new Operand.Arithmetic(left, right, subtracts));
    }

    private UpdateAction.Add ReadAdd()
    {
        var document = ReadPath();
        var value = Current.Kind == TokenKind.ValuePlaceholder ? ReadValue() : throw SyntaxError();
        return value.Type() is AttributeType.N or AttributeType.SS or AttributeType.NS or AttributeType.BS
            ? new(document, value)
            : throw ConditionRules.WrongType("ADD", value.Type().LongName(), Invalid);
    }

    private UpdateAction.Delete ReadDelete()
    {
        var document = ReadPath();
        var value = Current.Kind == TokenKind.ValuePlaceholder ? ReadValue() : throw SyntaxError();
        return value.Type() is AttributeType.SS or AttributeType.NS or AttributeType.BS
            ? new(document, value)
            : throw ConditionRules.WrongType("DELETE", value.Type().LongName(), Invalid);
    }

    private Operand ReadOperand()
    {
        if (TakeSymbol("("))
        {
            var inner = ReadOperand();
            Expect(")");
            return inner;
        }

        return Current.Kind == TokenKind.ValuePlaceholder ? new Operand.Literal(ReadValue())
            : Current.Kind == TokenKind.Word && Following.IsSymbol("(") ? ReadFunction()
            : new Operand.Path(ReadPath());
    }

    private Operand ReadFunction()
    {
        var name = Take().Text;
        Expect("(");
        var operands = new List<Operand> { ReadOperand() };
        while (TakeSymbol(","))
        {
            operands.Add(ReadOperand());
        }

        Expect(")");
        if (name is not ("if_not_exists" or "list_append"))
        {
            throw Invalid(ConditionFunctions.Contains(name)
                ? $"The function is not allowed in an update expression; function: {name}"
                : $"Invalid function name; function: {name}");
        }

        ConditionRules.DemandCount(name, operands, 2, Invalid);
        if (name == "if_not_exists")
        {
            return operands[0] is Operand.Path path
                ? new Operand.IfNotExists(path.Document, operands[1])
                : throw Invalid($"Operator or function requires a document path; operator or function: {name}");
        }

        operands.ForEach(operand => DemandType(name, operand, AttributeType.L));
        return new Operand.ListAppend(operands[0], operands[1]);
    }

    private void DemandType(string name, Operand operand, AttributeType wanted)
    {
        if (operand.KnownType is { } type && type != wanted)
        {
            throw ConditionRules.WrongType(name, type.ToString(), Invalid);
        }
    }

    private void DemandSeparate(List<DocumentPath> documents)
    {
        for (var i = 0; i < documents.Count; i++)
        {
            foreach (var earlier in documents.Take(i))
            {
                if (earlier.Overlaps(documents[i]))
                {
                    throw Invalid("Two document paths overlap with each other; must remove or rewrite one of these paths; "
                        + $"path one: {earlier}, path two: {documents[i]}");
                }

                if (earlier.Conflicts(documents[i]))
                {
                    throw Invalid("Two document paths conflict with each other; must remove or rewrite one of these paths; "
                        + $"path one: {earlier}, path two: {documents[i]}");
                }
            }
        }
    }
}
