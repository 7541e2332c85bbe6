using System.Collections.Immutable;
using Headroom.Cloud.Services.Ecs;
using Headroom.Cloud.Services.Ecs.Scheduling;

namespace Headroom.Bench.FanOut;

/// <summary>A token bucket of AWS's, per account and Region.</summary>
/// <param name="Name">As AWS names it.</param>
/// <param name="Rate">What it holds, and how fast it refills.</param>
/// <param name="Operations">What takes from it.</param>
internal sealed record Bucket(string Name, BucketRate Rate, params string[] Operations)
{
    /// <summary>State transitions in the large Regions (https://docs.aws.amazon.com/step-functions/latest/dg/service-quotas.html).</summary>
    internal static readonly Bucket Transitions = new("state transitions", new(5000, 1500), "StateTransition");

    /// <summary>StartExecution's in the large Regions (the same page).</summary>
    internal static readonly Bucket Starts = new("StartExecution", new(1300, 300), "StartExecution");

    /// <summary>Those that a hold draws on. AWS publishes no rates for Application Auto Scaling.</summary>
    internal static readonly ImmutableArray<Bucket> All = [Transitions, Starts, OfEcs("ECS service read", "DescribeServices"), OfEcs("ECS service modify", "UpdateService")];

    /// <summary>How many of these calls take from it.</summary>
    internal int Sum(IReadOnlyDictionary<string, int> calls) => Operations.Sum(operation => calls.GetValueOrDefault(operation));

    /// <summary>The earliest that so many calls can all have been made.</summary>
    internal TimeSpan Serves(int calls) => TimeSpan.FromSeconds(Math.Max(0, calls - Rate.Burst) / Rate.PerSecond);

    /// <summary>The one that a call to Amazon ECS draws on.</summary>
    private static Bucket OfEcs(string name, string operation)
    {
        var category = ApiRates.CategoryOf(operation);
        return new(name, category.Rate, category.Operations);
    }
}
