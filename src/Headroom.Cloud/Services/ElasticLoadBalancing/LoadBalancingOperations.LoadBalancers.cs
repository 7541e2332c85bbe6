using Headroom.Cloud.Kernel;
using Headroom.Wire.Shapes.Elbv2;

namespace Headroom.Cloud.Services.ElasticLoadBalancing;

/// <summary>What load balancing's operations do.</summary>
internal static partial class LoadBalancingOperations
{
    private static readonly Refusal NoLoadBalancer = new("LoadBalancerNotFound", "One or more load balancers not found");

    /// <summary>Creates a load balancer, which is active at once.</summary>
    internal static Outcome<CreateLoadBalancerResponse> CreateLoadBalancer(Step step, CreateLoadBalancerRequest request)
    {
        var table = step.Table(LoadBalancingState.LoadBalancers);
        if (table.All.Any(record => record.LoadBalancer.LoadBalancerName == request.Name))
        {
            return new Refusal("DuplicateLoadBalancerName", $"A load balancer with the same name '{request.Name}' exists, but with different settings");
        }

        var (type, id) = (request.Type ?? "application", step.Ids.NextHex(16));
        var kind = type == "application" ? "app" : "net";
        var scheme = request.Scheme ?? "internet-facing";
        var subnets = request.Subnets ?? (request.SubnetMappings ?? []).Select(mapping => mapping.SubnetId!).ToList();
        var made = new LoadBalancer
        {
            LoadBalancerArn = step.Settings.Arn("elasticloadbalancing", $"loadbalancer/{kind}/{request.Name}/{id}"),
            DNSName = $"{(scheme == "internal" ? "internal-" : "")}{request.Name}-{step.Ids.NextInt(1_000_000_000)}.{step.Settings.Region}.elb.amazonaws.com",
            CanonicalHostedZoneId = "Z35SXDOTRQ7X7K",
            CreatedTime = step.Now,
            LoadBalancerName = request.Name,
            Scheme = scheme,
            State = new() { Code = "active" },
            Type = type,
            AvailabilityZones = [.. subnets.Select((subnet, i) => new AvailabilityZone { ZoneName = step.Settings.Region + (char)('a' + i), SubnetId = subnet, LoadBalancerAddresses = [] })],
            SecurityGroups = request.SecurityGroups ?? [],
            IpAddressType = request.IpAddressType ?? "ipv4",
        };
        table.Put(made.LoadBalancerArn, new(made, new SortedDictionary<string, string>(StringComparer.Ordinal) { ["deletion_protection.enabled"] = "false" }));
        PutTags(step, made.LoadBalancerArn, request.Tags);
        return new CreateLoadBalancerResponse { LoadBalancers = [made] };
    }

    /// <summary>Describes load balancers by ARN or name, or all.</summary>
    internal static Outcome<DescribeLoadBalancersResponse> DescribeLoadBalancers(Step step, DescribeLoadBalancersRequest request)
    {
        var all = step.Table(LoadBalancingState.LoadBalancers).All.Select(record => record.LoadBalancer).ToList();
        var wanted = request.LoadBalancerArns is { Count: > 0 } arns ? all.Where(one => arns.Contains(one.LoadBalancerArn!)).ToList()
            : request.Names is { Count: > 0 } names ? all.Where(one => names.Contains(one.LoadBalancerName!)).ToList()
            : all;
        if (wanted.Count < (request.LoadBalancerArns?.Count ?? request.Names?.Count ?? 0))
        {
            return NoLoadBalancer;
        }

        var page = Page.Of(wanted, one => one.LoadBalancerArn!, request.Marker, request.PageSize ?? 400);
        return new DescribeLoadBalancersResponse { LoadBalancers = page.Items, NextMarker = page.NextToken };
    }

    /// <summary>Deletes a load balancer with its listeners; one that is not there is no error.</summary>
    internal static Outcome<DeleteLoadBalancerResponse> DeleteLoadBalancer(Step step, DeleteLoadBalancerRequest request)
    {
        if (step.Table(LoadBalancingState.LoadBalancers).Find(request.LoadBalancerArn)?.Attributes.GetValueOrDefault("deletion_protection.enabled") == "true")
        {
            return new Refusal("OperationNotPermitted", $"Load balancer '{request.LoadBalancerArn}' cannot be deleted because deletion protection is enabled");
        }

        foreach (var listener in step.Table(LoadBalancingState.Listeners).All.Where(listener => listener.LoadBalancerArn == request.LoadBalancerArn))
        {
            RemoveListener(step, listener.ListenerArn!);
        }

        step.Table(LoadBalancingState.LoadBalancers).Remove(request.LoadBalancerArn);
        step.Table(LoadBalancingState.Tags).Remove(request.LoadBalancerArn);
        return new DeleteLoadBalancerResponse();
    }

    /// <summary>The attributes of a load balancer.</summary>
    internal static Outcome<DescribeLoadBalancerAttributesResponse> DescribeLoadBalancerAttributes(Step step, DescribeLoadBalancerAttributesRequest request) =>
        step.Table(LoadBalancingState.LoadBalancers).Find(request.LoadBalancerArn) is { } record
            ? new DescribeLoadBalancerAttributesResponse { Attributes = Form(record.Attributes) }
            : NoLoadBalancer;

    /// <summary>Sets attributes; the others stay.</summary>
    internal static Outcome<ModifyLoadBalancerAttributesResponse> ModifyLoadBalancerAttributes(Step step, ModifyLoadBalancerAttributesRequest request)
    {
        if (step.Table(LoadBalancingState.LoadBalancers).Find(request.LoadBalancerArn) is not { } record)
        {
            return NoLoadBalancer;
        }

        var changed = record with { Attributes = Merge(record.Attributes, request.Attributes.Select(attribute => (attribute.Key!, attribute.Value ?? ""))) };
        step.Table(LoadBalancingState.LoadBalancers).Put(request.LoadBalancerArn, changed);
        return new ModifyLoadBalancerAttributesResponse { Attributes = Form(changed.Attributes) };
    }

    private static SortedDictionary<string, string> Merge(IReadOnlyDictionary<string, string> old, IEnumerable<(string Key, string Value)> changes)
    {
        var merged = new SortedDictionary<string, string>(old.ToDictionary(), StringComparer.Ordinal);
        foreach (var (key, value) in changes)
        {
            merged[key] = value;
        }

        return merged;
    }

    private static IReadOnlyList<LoadBalancerAttribute> Form(IReadOnlyDictionary<string, string> attributes) =>
        [.. attributes.Select(pair => new LoadBalancerAttribute { Key = pair.Key, Value = pair.Value })];
}
