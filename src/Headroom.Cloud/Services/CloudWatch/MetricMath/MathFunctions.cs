namespace Headroom.Cloud.Services.CloudWatch.MetricMath;

/// <summary>The functions of metric math (https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/using-metric-math.html#metric-math-syntax-functions-list), by name.</summary>
internal static class MathFunctions
{
    private static readonly Dictionary<string, Func<MathCall, MathValue>> Known = new IReadOnlyDictionary<string, Func<MathCall, MathValue>>[]
    {
        ValueFunctions.All, AggregateFunctions.All, CalendarFunctions.All, ArrayFunctions.All,
        new Dictionary<string, Func<MathCall, MathValue>> { ["FILL"] = FillFunction.Of, ["IF"] = IfFunction.Of },
    }.SelectMany(functions => functions).ToDictionary(StringComparer.Ordinal);

    /// <summary>What needs services or models that the embedded cloud does not have.</summary>
    private static readonly HashSet<string> NotServed =
        ["ANOMALY_DETECTION_BAND", "DB_PERF_INSIGHTS", "INSIGHT_RULE_METRIC", "LAMBDA", "SEARCH", "SERVICE_QUOTA"];

    internal static MathValue Call(MathEvaluator evaluator, MathExpression.Call call) => call.Function switch
    {
        _ when Known.TryGetValue(call.Function, out var function) => function(new(evaluator, call)),
        _ when NotServed.Contains(call.Function) => throw new MathFault($"The embedded cloud does not compute {call.Function}"),
        _ => throw new MathFault($"Function '{call.Function}' not found"),
    };
}
