namespace Headroom.Cloud.Services.DynamoDb;

/// <summary>
/// A refusal found deep inside a value, a key or an expression. <see cref="DynamoDbService"/> turns it into the refusal that the
/// caller gets, in one place for every operation.
/// </summary>
internal sealed class InvalidRequestException(string message, string code = "ValidationException") : Exception(message)
{
    public string Code { get; } = code;

    /// <summary>Whether in a transaction it is the fault of its item, which cancels the transaction, and not of the whole request.</summary>
    public bool IsOfItem { get; init; }
}
