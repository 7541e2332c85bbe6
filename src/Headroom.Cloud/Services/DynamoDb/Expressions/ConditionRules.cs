using Headroom.Cloud.Services.DynamoDb.Values;

namespace Headroom.Cloud.Services.DynamoDb.Expressions;

/// <summary>What a condition's functions and operators demand of their operands before any item is seen.</summary>
internal static class ConditionRules
{
    private const int MostCandidates = 100;
    private static readonly string[] UpdateFunctions = ["if_not_exists", "list_append"];

    public static ItemCondition Function(string name, List<Operand> operands, Func<string, InvalidRequestException> invalid)
    {
        if (UpdateFunctions.Contains(name))
        {
            throw invalid($"The function is not allowed in a condition expression; function: {name}");
        }

        var wanted = name switch
        {
            "attribute_exists" or "attribute_not_exists" => 1,
            "attribute_type" or "begins_with" or "contains" => 2,
            _ => throw invalid($"Invalid function name; function: {name}"),
        };
        DemandCount(name, operands, wanted, invalid);
        if (wanted == 2)
        {
            DemandDistinct(name, operands[0], operands[1], invalid);
        }

        return name switch
        {
            "attribute_exists" => new ItemCondition.Exists(Path(name, operands[0], invalid)),
            "attribute_not_exists" => new ItemCondition.Not(new ItemCondition.Exists(Path(name, operands[0], invalid))),
            "attribute_type" => new ItemCondition.HasType(operands[0], TypeName(operands[1], invalid)),
            "begins_with" => new ItemCondition.BeginsWith(TextOrBinary(operands[0], invalid), TextOrBinary(operands[1], invalid)),
            _ => new ItemCondition.Contains(operands[0], operands[1]),
        };
    }

    public static Operand Size(List<Operand> operands, Func<string, InvalidRequestException> invalid)
    {
        DemandCount("size", operands, 1, invalid);
        return operands[0].KnownType is AttributeType.N or AttributeType.BOOL or AttributeType.NULL
            ? throw WrongType("size", operands[0].KnownType!.Value.ToString(), invalid)
            : new Operand.Size(operands[0]);
    }

    /// <summary>Demands that no operand is of a type that has no order.</summary>
    public static void DemandOrdered(string name, Func<string, InvalidRequestException> invalid, params ReadOnlySpan<Operand> operands)
    {
        foreach (var operand in operands)
        {
            if (operand.KnownType is { } type and not (AttributeType.S or AttributeType.N or AttributeType.B))
            {
                throw WrongType(name, type.ToString(), invalid);
            }
        }
    }

    public static ItemCondition Between(Operand value, Operand lower, Operand upper, Func<string, InvalidRequestException> invalid)
    {
        DemandOrdered("BETWEEN", invalid, value, lower, upper);
        if (lower is Operand.Literal { Value: var low } && upper is Operand.Literal { Value: var high })
        {
            var bounds = $"lower bound operand: AttributeValue: {Text(low)}, upper bound operand: AttributeValue: {Text(high)}";
            if (low.Type() != high.Type())
            {
                throw invalid($"The BETWEEN operator requires same data type for lower and upper bounds; {bounds}");
            }

            if (AttributeValues.Compare(low, high) > 0)
            {
                throw invalid($"The BETWEEN operator requires upper bound to be greater than or equal to lower bound; {bounds}");
            }
        }

        return new ItemCondition.Between(value, lower, upper);
    }

    public static ItemCondition In(Operand value, List<Operand> candidates, Func<string, InvalidRequestException> invalid) =>
        candidates.Count <= MostCandidates
            ? new ItemCondition.In(value, candidates)
            : throw invalid($"The IN operator is provided with too many operands; number of operands: {candidates.Count}");

    public static void DemandDistinct(string name, Operand left, Operand right, Func<string, InvalidRequestException> invalid)
    {
        if (left is Operand.Path { Document: var first } && right is Operand.Path { Document: var second } && first == second)
        {
            throw invalid(
                $"The first operand must be distinct from the remaining operands for this operator or function; operator: {name}, first operand: {first}");
        }
    }

    public static void DemandCount(string name, List<Operand> operands, int wanted, Func<string, InvalidRequestException> invalid)
    {
        if (operands.Count != wanted)
        {
            throw invalid($"Incorrect number of operands for operator or function; operator or function: {name}, number of operands: {operands.Count}");
        }
    }

    public static InvalidRequestException WrongType(string name, string type, Func<string, InvalidRequestException> invalid) =>
        invalid($"Incorrect operand type for operator or function; operator or function: {name}, operand type: {type}");

    private static DocumentPath Path(string name, Operand operand, Func<string, InvalidRequestException> invalid) =>
        (operand as Operand.Path)?.Document ?? throw invalid($"Operator or function requires a document path; operator or function: {name}");

    private static AttributeType TypeName(Operand operand, Func<string, InvalidRequestException> invalid) => operand switch
    {
        Operand.Literal { Value.S: { } name } => Enum.TryParse<AttributeType>(name, out var type) && Enum.IsDefined(type)
            ? type
            : throw invalid($"Invalid attribute type name found; type: {name}, valid types: {{B,NULL,SS,BOOL,L,BS,N,NS,S,M}}"),
        _ => throw WrongType("attribute_type", operand.KnownType?.ToString() ?? "{NS,SS,L,BS,N,M,B,BOOL,NULL,S}", invalid),
    };

    private static Operand TextOrBinary(Operand operand, Func<string, InvalidRequestException> invalid) =>
        operand.KnownType is null or AttributeType.S or AttributeType.B
            ? operand
            : throw WrongType("begins_with", operand.KnownType.Value.ToString(), invalid);

    private static string Text(Headroom.Wire.Shapes.DynamoDb.AttributeValue value) =>
        $"{{{value.Type()}:{value.S ?? value.N ?? (value.B is { } bytes ? Convert.ToBase64String(bytes) : "")}}}";
}
