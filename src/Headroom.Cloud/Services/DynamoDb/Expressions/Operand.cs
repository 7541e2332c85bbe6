using Headroom.Cloud.Services.DynamoDb.Values;
using Headroom.Wire.Shapes.DynamoDb;

namespace Headroom.Cloud.Services.DynamoDb.Expressions;

/// <summary>Something that has a value, for an item.</summary>
internal abstract record Operand
{
    private Operand()
    {
    }

    /// <summary>The type, where it is known without an item.</summary>
    public AttributeType? KnownType => this switch
    {
        Literal literal => literal.Value.Type(),
        Size => AttributeType.N,
        _ => null,
    };

    /// <summary>What stands at a path.</summary>
    internal sealed record Path(DocumentPath Document) : Operand;

    /// <summary>A value of the request.</summary>
    internal sealed record Literal(AttributeValue Value) : Operand;

    /// <summary><c>size(path)</c></summary>
    internal sealed record Size(Operand Of) : Operand;

    /// <summary><c>if_not_exists(path, otherwise)</c></summary>
    internal sealed record IfNotExists(DocumentPath Document, Operand Otherwise) : Operand;

    /// <summary><c>list_append(first, second)</c></summary>
    internal sealed record ListAppend(Operand First, Operand Second) : Operand;

    /// <summary><c>left + right</c>, <c>left - right</c></summary>
    internal sealed record Arithmetic(Operand Left, Operand Right, bool Subtracts) : Operand;
}
