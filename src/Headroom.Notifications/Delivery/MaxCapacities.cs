using System.Collections.Immutable;
using System.Text.Json;
using Headroom.Notifications.Contract;

namespace Headroom.Notifications.Delivery;

/// <summary>What <c>DescribeScalableTargets</c> says of the services of one notification.</summary>
/// <param name="ByTarget">Each registered target's <c>MaxCapacity</c>.</param>
/// <param name="Unknown">The targets that could not be asked about, and why.</param>
internal sealed record MaxCapacities(ImmutableDictionary<string, int> ByTarget, ImmutableDictionary<string, AwsReply.Failed> Unknown)
{
    // DescribeScalableTargets takes at most 50 resource ids.
    private const int MostIds = 50;

    public static readonly MaxCapacities None =
        new(ImmutableDictionary<string, int>.Empty, ImmutableDictionary<string, AwsReply.Failed>.Empty);

    /// <summary>The <c>MaxCapacity</c>, or null where no target is registered or nobody asked.</summary>
    public int? Of(CoveredService service) => ByTarget.TryGetValue(service.Target, out var max) ? max : null;

    /// <summary>Asks, for a capacity that is a share; any other needs no answer.</summary>
    public static async Task<MaxCapacities> ReadAsync(Notification notification, PatientCalls calls)
    {
        var found = None;
        if (notification is { Capacity: Capacity.Share, Action: HoldAction.Hold })
        {
            foreach (var targets in notification.Services.Select(service => service.Target).Chunk(MostIds))
            {
                found = await found.AndOfAsync(targets, calls);
            }
        }

        return found;
    }

    private async Task<MaxCapacities> AndOfAsync(string[] targets, PatientCalls calls)
    {
        var byTarget = ByTarget.ToBuilder();
        string? page = null;
        do
        {
            var request = new DescribeScalableTargetsRequest("ecs", "ecs:service:DesiredCount", targets, page);
            var json = JsonSerializer.Serialize(request, AwsJson.Pascal.DescribeScalableTargetsRequest);
            var reply = await calls.CallAsync("application-autoscaling", "DescribeScalableTargets", json);
            if (reply is AwsReply.Failed failed)
            {
                return this with { Unknown = Unknown.SetItems(targets.Select(target => KeyValuePair.Create(target, failed))) };
            }

            var answer = JsonSerializer.Deserialize(((AwsReply.Answered)reply).Json, AwsJson.Pascal.DescribeScalableTargetsResponse);
            foreach (var target in answer?.ScalableTargets ?? [])
            {
                byTarget[target.ResourceId ?? ""] = target.MaxCapacity;
            }

            page = answer?.NextToken;
        }
        while (page is { Length: > 0 });

        return this with { ByTarget = byTarget.ToImmutable() };
    }
}
