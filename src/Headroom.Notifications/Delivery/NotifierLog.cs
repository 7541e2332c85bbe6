using System.Text.Json;
using Headroom.Notifications.Arrival;
using Headroom.Notifications.Configuration;

namespace Headroom.Notifications.Delivery;

/// <summary>What the handler says while it works: JSON, one line each.</summary>
/// <param name="settings">For the metrics' namespace and dimension.</param>
/// <param name="time">The clock of the lines.</param>
/// <param name="write">Takes one line, without its end. Called from several threads at once.</param>
internal sealed class NotifierLog(NotifierSettings settings, TimeProvider time, Action<string> write)
{
    public void Started(SnsMessage message, string target, string executionArn) =>
        Write("INFO", "Execution started", message, target, executionArn);

    public void AlreadyStarted(SnsMessage message, string target) =>
        Write("INFO", "Execution was started by an earlier delivery", message, target);

    public void NotStarted(SnsMessage message, string target, AwsReply.Failed why) =>
        Write("ERROR", "Execution could not be started", message, target, reason: $"{why.Code}: {why.Message}");

    public void Accepted(SnsMessage message, bool late)
    {
        Write("INFO", late ? "Notification accepted, delivered after its hold was over" : "Notification accepted", message);
        Count(message, refused: false, late);
    }

    public void Refused(SnsMessage message, string line)
    {
        Write("WARN", "Notification refused", message, reason: line);
        Count(message, refused: true, late: false);
    }

    public void RefusalNotDelivered(SnsMessage message, AwsReply.Failed why) =>
        Write("ERROR", "Refused notification could not be put on the dead-letter queue", message, reason: $"{why.Code}: {why.Message}");

    private void Count(SnsMessage message, bool refused, bool late)
    {
        var line = MetricLine.For(settings, time.GetUtcNow(), message.MessageId, refused, late);
        write(JsonSerializer.Serialize(line, AwsJson.Pascal.MetricLine));
    }

    private void Write(
        string level, string what, SnsMessage about, string? target = null, string? executionArn = null, string? reason = null)
    {
        var line = new LogLine(Instant.Format(time.GetUtcNow()), level, what, about.MessageId, target, executionArn, reason);
        write(JsonSerializer.Serialize(line, AwsJson.Camel.LogLine));
    }
}
