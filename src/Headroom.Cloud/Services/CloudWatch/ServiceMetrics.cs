using Headroom.Cloud.Identity;
using Headroom.Cloud.Kernel;
using Headroom.Wire.Shapes.CloudWatch;

namespace Headroom.Cloud.Services.CloudWatch;

/// <summary>The metrics that AWS's services publish about themselves, in namespaces that begin with <c>AWS/</c>.</summary>
internal static class ServiceMetrics
{
    private const string Role = "AWSServiceRoleForCloudWatchMetrics";

    /// <summary>Publishes one value of a metric with one dimension.</summary>
    /// <param name="step">The running step; its time is the value's.</param>
    /// <param name="servicePrincipal">Who publishes, e.g. <c>lambda.amazonaws.com</c>.</param>
    /// <param name="metricNamespace">E.g. <c>AWS/Lambda</c>.</param>
    /// <param name="dimension">E.g. <c>FunctionName</c> and the function's name.</param>
    /// <param name="values">Metric names with their values and units, e.g. <c>Errors</c>, 1, <c>Count</c>.</param>
    internal static void Publish(
        Step step, string servicePrincipal, string metricNamespace, (string Name, string Value) dimension, params (string Metric, double Value, string Unit)[] values)
    {
        Dimension[] dimensions = [new() { Name = dimension.Name, Value = dimension.Value }];
        step.CallAs<PutMetricDataRequest, PutMetricDataResponse>(
            new Principal.ServiceLinkedRole(step.Settings.AccountId, servicePrincipal, Role),
            CloudWatchService.Name,
            "PutMetricData",
            new()
            {
                Namespace = metricNamespace,
                MetricData = Array.ConvertAll(values, value => new MetricDatum { MetricName = value.Metric, Value = value.Value, Unit = value.Unit, Dimensions = dimensions }),
            });
    }
}
