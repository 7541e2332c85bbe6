namespace Headroom.Cloud.Services.DynamoDb.Expressions;

/// <summary>The paths that a condition looks at.</summary>
internal static class ConditionPaths
{
    public static IEnumerable<DocumentPath> Of(ItemCondition condition) => condition switch
    {
        ItemCondition.And and => Of(and.Left).Concat(Of(and.Right)),
        ItemCondition.Or or => Of(or.Left).Concat(Of(or.Right)),
        ItemCondition.Not not => Of(not.Negated),
        ItemCondition.Exists exists => [exists.Document],
        ItemCondition.Comparison comparison => Of(comparison.Left, comparison.Right),
        ItemCondition.Between between => Of(between.Value, between.Lower, between.Upper),
        ItemCondition.In among => Of([among.Value, .. among.Candidates]),
        ItemCondition.HasType typed => Of(typed.Value),
        ItemCondition.BeginsWith begins => Of(begins.Value, begins.Prefix),
        ItemCondition.Contains contains => Of(contains.Value, contains.Part),
        _ => throw new InvalidOperationException($"A condition of an unknown kind: {condition}"),
    };

    private static IEnumerable<DocumentPath> Of(params Operand[] operands) => operands.SelectMany(operand => operand switch
    {
        Operand.Path path => [path.Document],
        Operand.Size size => Of(size.Of),
        _ => (IEnumerable<DocumentPath>)[],
    });
}
