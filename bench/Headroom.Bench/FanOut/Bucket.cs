using System.Collections.Immutable;

namespace Headroom.Bench.FanOut;

/// <summary>A token bucket of AWS's, per account and Region.</summary>
/// <param name="Name">As AWS names it.</param>
/// <param name="Burst">What it holds.</param>
/// <param name="PerSecond">How fast it refills.</param>
/// <param name="Operations">What takes from it.</param>
internal sealed record Bucket(string Name, double Burst, double PerSecond, params string[] Operations)
{
    /// <summary>State transitions in the large Regions (https://docs.aws.amazon.com/step-functions/latest/dg/service-quotas.html).</summary>
    internal static readonly Bucket Transitions = new("state transitions", 5000, 1500, "StateTransition");

    /// <summary>
    /// Those that a hold draws on: Amazon ECS's (https://docs.aws.amazon.com/AmazonECS/latest/APIReference/request-throttling.html), StartExecution's in the
    /// large Regions (https://docs.aws.amazon.com/step-functions/latest/dg/service-quotas.html). AWS publishes no rates for Application Auto Scaling.
    /// </summary>
    internal static readonly ImmutableArray<Bucket> All =
    [
        Transitions,
        new("StartExecution", 1300, 300, "StartExecution"),
        new("ECS service read", 100, 20, "DescribeServices", "ListServices"),
        new("ECS service modify", 50, 5, "UpdateService", "CreateService", "DeleteService"),
    ];

    /// <summary>How many of these calls take from it.</summary>
    internal int Sum(IReadOnlyDictionary<string, int> calls) => Operations.Sum(operation => calls.GetValueOrDefault(operation));

    /// <summary>The earliest that so many calls can all have been made.</summary>
    internal TimeSpan Serves(int calls) => TimeSpan.FromSeconds(Math.Max(0, calls - Burst) / PerSecond);
}
