using Headroom.Cloud.Kernel;

namespace Headroom.Cloud.Services.DynamoDb;

/// <summary>Finds a table by what a request calls it: its name or its ARN.</summary>
internal static class TableLookup
{
    private const string NotFound = "ResourceNotFoundException";

    /// <exception cref="InvalidRequestException">There is none: ResourceNotFoundException, as the operations on items word it.</exception>
    public static DynamoTable ForItems(Step step, string nameOrArn) =>
        Find(step, nameOrArn) ?? throw new InvalidRequestException("Requested resource not found", NotFound);

    /// <exception cref="InvalidRequestException">There is none: ResourceNotFoundException, as the operations on tables word it.</exception>
    public static DynamoTable ForTables(Step step, string nameOrArn) =>
        Find(step, nameOrArn) ?? throw new InvalidRequestException($"Requested resource not found: Table: {Name(nameOrArn)} not found", NotFound);

    /// <summary>The ARN that IAM checks.</summary>
    public static string Arn(Step step, string nameOrArn) => step.Settings.Arn("dynamodb", $"table/{Name(nameOrArn)}");

    private static DynamoTable? Find(Step step, string nameOrArn) =>
        nameOrArn.StartsWith("arn:", StringComparison.Ordinal) || nameOrArn.All(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '.' or '-')
            ? step.Table(DynamoDbState.Tables).Find(Name(nameOrArn))
            : throw new InvalidRequestException(
                $"1 validation error detected: Value '{nameOrArn}' at 'tableName' failed to satisfy constraint: "
                + "Member must satisfy regular expression pattern: [a-zA-Z0-9_.-]+");

    private static string Name(string nameOrArn) => nameOrArn[(nameOrArn.LastIndexOf('/') + 1)..];
}
