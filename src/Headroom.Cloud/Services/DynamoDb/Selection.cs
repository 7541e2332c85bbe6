using Headroom.Cloud.Services.DynamoDb.Expressions;

namespace Headroom.Cloud.Services.DynamoDb;

/// <summary>
/// What of the items that a Query or Scan finds is wanted
/// (<see href="https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_Query.html">Select</see>): a <c>ProjectionExpression</c> goes
/// with <c>SPECIFIC_ATTRIBUTES</c> alone; a global index gives what it projects and nothing else, a local one fetches the rest from its table.
/// </summary>
internal static class Selection
{
    private const string Invalid = "One or more parameter values were invalid: ";

    /// <exception cref="InvalidRequestException">Select, projection and index do not go together.</exception>
    public static void Demand(string? select, ProjectionExpression? projection, TableIndex? index)
    {
        var refusal = (select, projection) switch
        {
            ("ALL_ATTRIBUTES" or "ALL_PROJECTED_ATTRIBUTES", not null) => $"Cannot specify the ProjectionExpression when choosing to get {select}",
            ("COUNT", not null) => "Cannot specify the ProjectionExpression when choosing to get only the Count",
            ("SPECIFIC_ATTRIBUTES", null) => "Must specify the AttributesToGet or ProjectionExpression when choosing to get SPECIFIC_ATTRIBUTES",
            ("ALL_PROJECTED_ATTRIBUTES", _) when index is null => "ALL_PROJECTED_ATTRIBUTES can be used only when Querying using an IndexName",
            ("ALL_ATTRIBUTES", _) when index is { Global: true, Projection.ProjectionType: not "ALL" } =>
                $"{Invalid}Select type ALL_ATTRIBUTES is not supported for global secondary index {index.Name} because its projection type is not ALL",
            _ => null,
        };
        if (refusal is not null)
        {
            throw new InvalidRequestException(refusal);
        }
    }

    /// <exception cref="InvalidRequestException">A global index is asked for what it does not project.</exception>
    public static void DemandProjected(DynamoTable table, TableIndex? index, ProjectionExpression? projection)
    {
        if (index is { Global: true } && Missing(table, index, projection?.Documents) is { Count: > 0 } missing)
        {
            throw new InvalidRequestException($"{Invalid}Global secondary index {index.Name} does not project [{string.Join(", ", missing)}]");
        }
    }

    /// <exception cref="InvalidRequestException">The filter looks at what the index does not project.</exception>
    public static void DemandProjected(DynamoTable table, TableIndex? index, ItemCondition? filter)
    {
        if (index is not null && filter is not null && Missing(table, index, ConditionPaths.Of(filter)) is { Count: > 0 } missing)
        {
            throw new InvalidRequestException(
                $"{Invalid}Secondary index {index.Name} does not project one or more filter attributes: [{string.Join(", ", missing)}]");
        }
    }

    private static List<string> Missing(DynamoTable table, TableIndex index, IEnumerable<DocumentPath>? asked) =>
        IndexEntries.Projected(table, index) is { } held
            ? [.. (asked ?? []).Select(path => path.Attribute).Where(attribute => !held.Contains(attribute)).Distinct(StringComparer.Ordinal)]
            : [];
}
