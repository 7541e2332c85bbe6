using Headroom.Simulation.Observing;
using Headroom.Simulation.Staging;

namespace Headroom.Simulation.Checking;

/// <summary>I6: no call is ever made on a service that the construct does not cover.</summary>
internal static class OnlyCovered
{
    internal static Violation? Check(Observation seen) => seen switch
    {
        Observation.Called { Service: { } service } called when !IsCovered(service) => new("I6", seen.At, $"{called.Operation} on {service}, which is not covered: {CallText.Asked(called.Call)}"),
        Observation.Called { Service: null, Operation: "DescribeScalableTargets" or "DescribeServices" or "RegisterScalableTarget" or "UpdateService" } called =>
            new("I6", seen.At, $"{called.Operation} names no service of its own: {CallText.Asked(called.Call)}"),
        _ => null,
    };

    private static bool IsCovered(string service) => service.StartsWith("service_", StringComparison.Ordinal) && service != StageNames.Uncovered;
}
