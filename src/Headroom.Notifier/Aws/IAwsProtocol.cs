using Headroom.Notifications.Delivery;

namespace Headroom.Notifier.Aws;

/// <summary>How a service is spoken to: what a request's body is, and how an answer is read.</summary>
internal interface IAwsProtocol
{
    /// <summary>The request's <c>Content-Type</c>.</summary>
    string ContentType { get; }

    /// <summary>The value of <c>X-Amz-Target</c>; null where the operation is named in the body.</summary>
    string? Target(string operation);

    /// <summary>The request's body.</summary>
    byte[] Body(string operation, string json);

    /// <summary>The answer to a request that succeeded, as JSON.</summary>
    string Answer(string body);

    /// <summary>An error; a body that is no such error (a proxy's page, say) becomes <c>Http503</c> and the like.</summary>
    AwsReply.Failed Error(int status, string body);
}
