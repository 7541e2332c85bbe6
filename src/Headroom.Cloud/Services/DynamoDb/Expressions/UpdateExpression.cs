using Headroom.Wire.Shapes.DynamoDb;

namespace Headroom.Cloud.Services.DynamoDb.Expressions;

/// <summary>One change that an update expression makes.</summary>
internal abstract record UpdateAction(DocumentPath Document)
{
    /// <summary><c>SET path = value</c></summary>
    internal sealed record Set(DocumentPath Document, Operand Value) : UpdateAction(Document);

    /// <summary><c>REMOVE path</c></summary>
    internal sealed record Remove(DocumentPath Document) : UpdateAction(Document);

    /// <summary><c>ADD path :value</c>: adds to a number, or elements to a set.</summary>
    internal sealed record Add(DocumentPath Document, AttributeValue Value) : UpdateAction(Document);

    /// <summary><c>DELETE path :set</c>: takes elements out of a set.</summary>
    internal sealed record Delete(DocumentPath Document, AttributeValue Value) : UpdateAction(Document);
}

/// <summary>An update expression: its actions in the order of the text, on paths that do not overlap.</summary>
internal sealed record UpdateExpression(IReadOnlyList<UpdateAction> Actions);
