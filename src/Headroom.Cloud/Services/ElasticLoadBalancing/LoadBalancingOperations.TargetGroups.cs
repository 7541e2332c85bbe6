using Headroom.Cloud.Kernel;
using Headroom.Wire.Shapes.Elbv2;
using Action = Headroom.Wire.Shapes.Elbv2.Action;

namespace Headroom.Cloud.Services.ElasticLoadBalancing;

internal static partial class LoadBalancingOperations
{
    private static readonly Refusal NoTargetGroup = new("TargetGroupNotFound", "One or more target groups not found");

    /// <summary>Creates a target group; health checks every 30 s, five successes make a target healthy, unless said otherwise.</summary>
    internal static Outcome<CreateTargetGroupResponse> CreateTargetGroup(Step step, CreateTargetGroupRequest request)
    {
        var table = step.Table(LoadBalancingState.TargetGroups);
        if (table.All.Any(record => record.TargetGroup.TargetGroupName == request.Name))
        {
            return new Refusal("DuplicateTargetGroupName", $"A target group with the same name '{request.Name}' exists, but with different settings");
        }

        var http = request.Protocol is null or "HTTP" or "HTTPS";
        var made = new TargetGroup
        {
            TargetGroupArn = step.Settings.Arn("elasticloadbalancing", $"targetgroup/{request.Name}/{step.Ids.NextHex(16)}"),
            TargetGroupName = request.Name,
            Protocol = request.Protocol ?? "HTTP",
            Port = request.Port,
            VpcId = request.VpcId,
            HealthCheckProtocol = request.HealthCheckProtocol ?? (http ? "HTTP" : "TCP"),
            HealthCheckPort = request.HealthCheckPort ?? "traffic-port",
            HealthCheckEnabled = request.HealthCheckEnabled ?? true,
            HealthCheckIntervalSeconds = request.HealthCheckIntervalSeconds ?? 30,
            HealthCheckTimeoutSeconds = request.HealthCheckTimeoutSeconds ?? 5,
            HealthyThresholdCount = request.HealthyThresholdCount ?? 5,
            UnhealthyThresholdCount = request.UnhealthyThresholdCount ?? 2,
            HealthCheckPath = http ? request.HealthCheckPath ?? "/" : null,
            Matcher = http ? request.Matcher ?? new Matcher { HttpCode = "200" } : null,
            TargetType = request.TargetType ?? "instance",
            ProtocolVersion = http ? request.ProtocolVersion ?? "HTTP1" : null,
            IpAddressType = request.IpAddressType ?? "ipv4",
        };
        table.Put(made.TargetGroupArn, new(made, TargetGroupDefaults.Attributes));
        PutTags(step, made.TargetGroupArn, request.Tags);
        return new CreateTargetGroupResponse { TargetGroups = [made] };
    }

    /// <summary>Describes target groups by ARN, name or load balancer, or all.</summary>
    internal static Outcome<DescribeTargetGroupsResponse> DescribeTargetGroups(Step step, DescribeTargetGroupsRequest request)
    {
        var all = step.Table(LoadBalancingState.TargetGroups).All.Select(record => WithLoadBalancers(step, record.TargetGroup)).ToList();
        var wanted = request.TargetGroupArns is { Count: > 0 } arns ? all.Where(group => arns.Contains(group.TargetGroupArn!)).ToList()
            : request.Names is { Count: > 0 } names ? all.Where(group => names.Contains(group.TargetGroupName!)).ToList()
            : request.LoadBalancerArn is { } balancer ? all.Where(group => group.LoadBalancerArns!.Contains(balancer)).ToList()
            : all;
        if (wanted.Count < (request.TargetGroupArns?.Count ?? request.Names?.Count ?? 0))
        {
            return NoTargetGroup;
        }

        var page = Page.Of(wanted, group => group.TargetGroupArn!, request.Marker, request.PageSize ?? 400);
        return new DescribeTargetGroupsResponse { TargetGroups = page.Items, NextMarker = page.NextToken };
    }

    /// <summary>Changes the health checks; targets that are registered already keep their time.</summary>
    internal static Outcome<ModifyTargetGroupResponse> ModifyTargetGroup(Step step, ModifyTargetGroupRequest request)
    {
        if (step.Table(LoadBalancingState.TargetGroups).Find(request.TargetGroupArn) is not { TargetGroup: var old } record)
        {
            return NoTargetGroup;
        }

        var changed = old with
        {
            HealthCheckProtocol = request.HealthCheckProtocol ?? old.HealthCheckProtocol,
            HealthCheckPort = request.HealthCheckPort ?? old.HealthCheckPort,
            HealthCheckPath = request.HealthCheckPath ?? old.HealthCheckPath,
            HealthCheckEnabled = request.HealthCheckEnabled ?? old.HealthCheckEnabled,
            HealthCheckIntervalSeconds = request.HealthCheckIntervalSeconds ?? old.HealthCheckIntervalSeconds,
            HealthCheckTimeoutSeconds = request.HealthCheckTimeoutSeconds ?? old.HealthCheckTimeoutSeconds,
            HealthyThresholdCount = request.HealthyThresholdCount ?? old.HealthyThresholdCount,
            UnhealthyThresholdCount = request.UnhealthyThresholdCount ?? old.UnhealthyThresholdCount,
            Matcher = request.Matcher ?? old.Matcher,
        };
        step.Table(LoadBalancingState.TargetGroups).Put(request.TargetGroupArn, record with { TargetGroup = changed });
        return new ModifyTargetGroupResponse { TargetGroups = [WithLoadBalancers(step, changed)] };
    }

    /// <summary>Deletes a target group that no listener or rule uses.</summary>
    internal static Outcome<DeleteTargetGroupResponse> DeleteTargetGroup(Step step, DeleteTargetGroupRequest request)
    {
        if (Uses(step, request.TargetGroupArn).Any())
        {
            return new Refusal("ResourceInUse", $"Target group '{request.TargetGroupArn}' is currently in use by a listener or a rule");
        }

        foreach (var target in step.Table(LoadBalancingState.Targets).Page(LoadBalancingState.TargetsOf(request.TargetGroupArn), null, int.MaxValue))
        {
            step.Table(LoadBalancingState.Targets).Remove(target.Key);
        }

        step.Table(LoadBalancingState.TargetGroups).Remove(request.TargetGroupArn);
        step.Table(LoadBalancingState.Tags).Remove(request.TargetGroupArn);
        return new DeleteTargetGroupResponse();
    }

    /// <summary>The attributes of a target group.</summary>
    internal static Outcome<DescribeTargetGroupAttributesResponse> DescribeTargetGroupAttributes(Step step, DescribeTargetGroupAttributesRequest request) =>
        step.Table(LoadBalancingState.TargetGroups).Find(request.TargetGroupArn) is { } record
            ? new DescribeTargetGroupAttributesResponse { Attributes = TargetGroupForm(record.Attributes) }
            : NoTargetGroup;

    /// <summary>Sets attributes; the others stay.</summary>
    internal static Outcome<ModifyTargetGroupAttributesResponse> ModifyTargetGroupAttributes(Step step, ModifyTargetGroupAttributesRequest request)
    {
        if (step.Table(LoadBalancingState.TargetGroups).Find(request.TargetGroupArn) is not { } record)
        {
            return NoTargetGroup;
        }

        var delay = request.Attributes.FirstOrDefault(attribute => attribute.Key == TargetGroupDefaults.DeregistrationDelay)?.Value;
        if (delay is not null && (!int.TryParse(delay, out var seconds) || seconds is < 0 or > 3600))
        {
            return new Refusal("ValidationError", $"Attribute '{TargetGroupDefaults.DeregistrationDelay}' must be between '0' and '3600' inclusive");
        }

        var changed = record with { Attributes = Merge(record.Attributes, request.Attributes.Select(attribute => (attribute.Key!, attribute.Value ?? ""))) };
        step.Table(LoadBalancingState.TargetGroups).Put(request.TargetGroupArn, changed);
        return new ModifyTargetGroupAttributesResponse { Attributes = TargetGroupForm(changed.Attributes) };
    }

    private static IReadOnlyList<TargetGroupAttribute> TargetGroupForm(IReadOnlyDictionary<string, string> attributes) =>
        [.. attributes.Select(pair => new TargetGroupAttribute { Key = pair.Key, Value = pair.Value })];

    private static TargetGroup WithLoadBalancers(Step step, TargetGroup group) =>
        group with { LoadBalancerArns = [.. Uses(step, group.TargetGroupArn!).Distinct(StringComparer.Ordinal)] };

    /// <summary>The load balancers whose listeners or rules send requests to the target group.</summary>
    internal static IEnumerable<string> Uses(Step step, string targetGroupArn)
    {
        var listeners = step.Table(LoadBalancingState.Listeners);
        return listeners.All.Where(listener => Forwards(listener.DefaultActions, targetGroupArn)).Select(listener => listener.LoadBalancerArn!)
            .Concat(step.Table(LoadBalancingState.Rules).All.Where(record => Forwards(record.Rule.Actions, targetGroupArn)).Select(record => listeners.Get(record.ListenerArn).LoadBalancerArn!));
    }

    private static bool Forwards(IReadOnlyList<Action>? actions, string targetGroupArn) =>
        (actions ?? []).Any(action => action.TargetGroupArn == targetGroupArn
            || (action.ForwardConfig?.TargetGroups ?? []).Any(group => group.TargetGroupArn == targetGroupArn));
}
