namespace Headroom.Notifications.Arrival;

/// <summary>
/// What Headroom reads of one SNS record. <see href="https://docs.aws.amazon.com/lambda/latest/dg/with-sns.html"/>
/// </summary>
/// <param name="MessageId">SNS's id of the message: the same on every redelivery, a new one when a publisher retries by itself.</param>
/// <param name="TopicArn">The topic it was published to.</param>
/// <param name="Timestamp">When it was published, by SNS's clock. Delivery can come hours later.</param>
/// <param name="Message">The body, as published.</param>
public sealed record SnsMessage(string MessageId, string TopicArn, DateTimeOffset Timestamp, string Message);
