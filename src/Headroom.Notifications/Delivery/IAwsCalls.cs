namespace Headroom.Notifications.Delivery;

/// <summary>How the handler reaches AWS: over HTTP in Lambda, directly where it runs inside a simulation.</summary>
public interface IAwsCalls
{
    /// <summary>Makes one attempt of one call. A refusal is an answer; only a cancelled wait throws.</summary>
    /// <param name="service">By its endpoint prefix: <c>states</c>, <c>sqs</c>, <c>application-autoscaling</c>, <c>ssm</c>, <c>dynamodb</c> or <c>cloudformation</c>.</param>
    /// <param name="operation">The API operation, such as <c>StartExecution</c>.</param>
    /// <param name="json">The request as JSON, members as in the API reference.</param>
    /// <param name="cancellation">Cancelled when the attempt has taken too long.</param>
    Task<AwsReply> CallAsync(string service, string operation, string json, CancellationToken cancellation);
}
