namespace Headroom.Cloud.Services.CloudWatch.MetricMath;

/// <summary>What is wrong with an expression, on its way to the refusal that says so.</summary>
internal sealed class MathFault(string message) : Exception(message);
