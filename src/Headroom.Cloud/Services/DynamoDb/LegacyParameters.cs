namespace Headroom.Cloud.Services.DynamoDb;

/// <summary>
/// The parameters that expressions have replaced
/// (<see href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/LegacyConditionalParameters.html">legacy parameters</see>).
/// AWS still takes them; here they are refused, never ignored.
/// </summary>
internal static class LegacyParameters
{
    /// <exception cref="InvalidRequestException">One of them is given.</exception>
    public static void Refuse(params ReadOnlySpan<(string Name, object? Given)> parameters)
    {
        foreach (var (name, given) in parameters)
        {
            if (given is not null)
            {
                throw new InvalidRequestException($"The embedded cloud does not serve the legacy parameter {name}; use expressions.");
            }
        }
    }
}
