using System.Text.Json.Serialization;
using Headroom.Notifications.Configuration;

namespace Headroom.Notifications.Delivery;

/// <summary>
/// One log line in embedded metric format: CloudWatch Logs makes metrics of it, without a call.
/// <see href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/CloudWatch_Embedded_Metric_Format_Specification.html"/>
/// </summary>
internal sealed record MetricLine(
    [property: JsonPropertyName("_aws")] MetricDirectives Aws, string FunctionName, int Accepted, int Refused, int Late, string MessageId)
{
    private static readonly MetricDefinition[] Definitions =
        [new(nameof(Accepted), "Count"), new(nameof(Refused), "Count"), new(nameof(Late), "Count")];

    /// <summary>The line for one message. All three metrics are always there, so that a rate has its zeros.</summary>
    public static MetricLine For(NotifierSettings settings, DateTimeOffset now, string messageId, bool refused, bool late)
    {
        var directive = new MetricDirective(settings.MetricNamespace, [[nameof(FunctionName)]], Definitions);
        return new MetricLine(
            new MetricDirectives(now.ToUnixTimeMilliseconds(), [directive]),
            settings.FunctionName,
            refused ? 0 : 1,
            refused ? 1 : 0,
            late ? 1 : 0,
            messageId);
    }
}

internal sealed record MetricDirectives(long Timestamp, MetricDirective[] CloudWatchMetrics);

internal sealed record MetricDirective(string Namespace, string[][] Dimensions, MetricDefinition[] Metrics);

internal sealed record MetricDefinition(string Name, string Unit);
