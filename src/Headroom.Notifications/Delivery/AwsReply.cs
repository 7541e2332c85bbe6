namespace Headroom.Notifications.Delivery;

/// <summary>What AWS answered.</summary>
public abstract record AwsReply
{
    private AwsReply()
    {
    }

    /// <summary>It did what was asked.</summary>
    /// <param name="Json">The response as JSON, members as in the API reference.</param>
    public sealed record Answered(string Json) : AwsReply;

    /// <summary>It did not, or could not be reached.</summary>
    /// <param name="Status">The HTTP status; 0 where there was no response.</param>
    /// <param name="Code">The error's name without its namespace, such as <c>ThrottlingException</c>.</param>
    /// <param name="Message">The service's own words.</param>
    public sealed record Failed(int Status, string Code, string Message) : AwsReply
    {
        private const int TooManyRequests = 429;
        private const int FirstServerError = 500;

        /// <summary>
        /// Whether the same call may succeed a little later: no response, the server's fault, or throttled. Throttling often comes as a
        /// plain 400 and is in no service's list of errors.
        /// </summary>
        public bool IsTransient =>
            Status is 0 or TooManyRequests or >= FirstServerError ||
            Code.Contains("Throttl", StringComparison.Ordinal) ||
            Code is "TooManyRequestsException" or "RequestLimitExceeded" or "ConcurrentUpdateException" or "RequestTimeout";
    }
}
