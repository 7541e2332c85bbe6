using System.Text.RegularExpressions;

namespace Headroom.Cloud.Services.StepFunctions.Tasks.Integrations;

/// <summary>The names that the AWS SDK for Java 2 gives to clients and exceptions, which state machines see.</summary>
internal static partial class JavaClassNames
{
    private const string Exception = "Exception";
    private const string Fault = "Fault";

    /// <summary><c>Application Auto Scaling</c> → <c>ApplicationAutoScaling</c>, <c>DynamoDB</c> → <c>DynamoDb</c>, <c>SFN</c> → <c>Sfn</c>.</summary>
    public static string OfClient(string serviceId) => Pascal(serviceId);

    /// <summary><c>InvalidToken</c> → <c>InvalidTokenException</c>, <c>AlreadyExistsFault</c> → <c>AlreadyExistsException</c>.</summary>
    public static string OfException(string shape) =>
        shape.EndsWith(Exception, StringComparison.Ordinal) ? Pascal(shape)
        : Pascal(shape.EndsWith(Fault, StringComparison.Ordinal) ? shape[..^Fault.Length] : shape) + Exception;

    private static string Pascal(string name) =>
        string.Concat(Words().Matches(name).Select(word => char.ToUpperInvariant(word.Value[0]) + word.Value[1..].ToLowerInvariant()));

    // A run of capitals is one word, up to the capital that begins the next.
    [GeneratedRegex("[A-Z]+(?![a-z])|[A-Z]?[a-z]+|[0-9]+", RegexOptions.None, matchTimeoutMilliseconds: 30_000)]
    private static partial Regex Words();
}
