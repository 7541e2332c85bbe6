using Headroom.Cloud.Services.DynamoDb.Values;

namespace Headroom.Cloud.Services.DynamoDb.Expressions;

/// <summary>The six comparators.</summary>
internal enum Comparator
{
    Equal,
    NotEqual,
    Less,
    LessOrEqual,
    Greater,
    GreaterOrEqual,
}

/// <summary>What is true or false of an item.</summary>
internal abstract record ItemCondition
{
    private ItemCondition()
    {
    }

    internal sealed record Comparison(Operand Left, Comparator Comparator, Operand Right) : ItemCondition;

    internal sealed record Between(Operand Value, Operand Lower, Operand Upper) : ItemCondition;

    internal sealed record In(Operand Value, IReadOnlyList<Operand> Candidates) : ItemCondition;

    internal sealed record Exists(DocumentPath Document) : ItemCondition;

    internal sealed record HasType(Operand Value, AttributeType Type) : ItemCondition;

    internal sealed record BeginsWith(Operand Value, Operand Prefix) : ItemCondition;

    internal sealed record Contains(Operand Value, Operand Part) : ItemCondition;

    internal sealed record And(ItemCondition Left, ItemCondition Right) : ItemCondition;

    internal sealed record Or(ItemCondition Left, ItemCondition Right) : ItemCondition;

    internal sealed record Not(ItemCondition Negated) : ItemCondition;
}
