using System.Text.Json.Nodes;
using Headroom.Cli.Aws;
using Headroom.Notifications.Contract;

namespace Headroom.Cli.Holds;

/// <summary>What nothing can be held of: services that are covered, and have no scalable target.</summary>
internal static class MissingTargets
{
    // DescribeScalableTargets takes as many (https://docs.aws.amazon.com/autoscaling/application/APIReference/API_DescribeScalableTargets.html).
    private const int Asked = 50;
    private const int MostNamed = 10;

    /// <summary>A sentence for who publishes a hold; null where each service has one.</summary>
    internal static async Task<string?> WarningAsync(IAws aws, Notification notification, CancellationToken cancellation)
    {
        if (notification.Action != HoldAction.Hold)
        {
            return null;
        }

        try
        {
            var missing = new List<CoveredService>();
            foreach (var some in notification.Services.Chunk(Asked))
            {
                var request = new JsonObject
                {
                    ["ServiceNamespace"] = "ecs",
                    ["ScalableDimension"] = "ecs:service:DesiredCount",
                    ["ResourceIds"] = new JsonArray([.. some.Select(service => JsonValue.Create(service.Target))]),
                };
                var answer = await aws.CallAsync("application-autoscaling", "DescribeScalableTargets", request, cancellation);
                var there = (answer["ScalableTargets"]?.AsArray() ?? []).Select(target => (string?)target!["ResourceId"]).ToHashSet(StringComparer.Ordinal);
                missing.AddRange(some.Where(service => !there.Contains(service.Target)));
            }

            return missing.Count == 0 ? null : $"Nothing is held of {Names(missing)}: no scalable target (Application Auto Scaling) is registered there, and its MaxCapacity is what a hold scales up to.";
        }
        catch (AwsRefusal refusal)
        {
            return $"Whether the services have scalable targets is not known: {refusal.Message}";
        }
    }

    private static string Names(List<CoveredService> services) =>
        $"{string.Join(", ", services.Take(MostNamed))}{(services.Count > MostNamed ? $" and {services.Count - MostNamed} more" : "")}";
}
