using Headroom.Cloud.Kernel;
using Headroom.Wire.Shapes.Elbv2;

namespace Headroom.Cloud.Services.ElasticLoadBalancing;

internal static partial class LoadBalancingOperations
{
    private static readonly Refusal NoListener = new("ListenerNotFound", "One or more listeners not found");

    /// <summary>Creates a listener; a load balancer has one per port.</summary>
    internal static Outcome<CreateListenerResponse> CreateListener(Step step, CreateListenerRequest request)
    {
        if (step.Table(LoadBalancingState.LoadBalancers).Find(request.LoadBalancerArn) is null)
        {
            return NoLoadBalancer;
        }

        var table = step.Table(LoadBalancingState.Listeners);
        if (table.All.Any(listener => listener.LoadBalancerArn == request.LoadBalancerArn && listener.Port == request.Port))
        {
            return new Refusal("DuplicateListener", "A listener already exists on this port for this load balancer");
        }

        var arn = $"{request.LoadBalancerArn.Replace(":loadbalancer/", ":listener/", StringComparison.Ordinal)}/{step.Ids.NextHex(16)}";
        var made = new Listener
        {
            ListenerArn = arn,
            LoadBalancerArn = request.LoadBalancerArn,
            Port = request.Port,
            Protocol = request.Protocol,
            Certificates = request.Certificates,
            SslPolicy = request.SslPolicy,
            DefaultActions = request.DefaultActions,
            AlpnPolicy = request.AlpnPolicy,
            MutualAuthentication = request.MutualAuthentication,
        };
        table.Put(arn, made);
        PutTags(step, arn, request.Tags);
        return new CreateListenerResponse { Listeners = [made] };
    }

    /// <summary>Describes listeners by ARN or load balancer.</summary>
    internal static Outcome<DescribeListenersResponse> DescribeListeners(Step step, DescribeListenersRequest request)
    {
        var all = step.Table(LoadBalancingState.Listeners).All;
        var wanted = request.ListenerArns is { Count: > 0 } arns
            ? all.Where(listener => arns.Contains(listener.ListenerArn!)).ToList()
            : all.Where(listener => listener.LoadBalancerArn == request.LoadBalancerArn).ToList();
        if (request.ListenerArns is { } asked && wanted.Count < asked.Count)
        {
            return NoListener;
        }

        var page = Page.Of(wanted, listener => listener.ListenerArn!, request.Marker, request.PageSize ?? 400);
        return new DescribeListenersResponse { Listeners = page.Items, NextMarker = page.NextToken };
    }

    /// <summary>Changes what is given; the rest stays.</summary>
    internal static Outcome<ModifyListenerResponse> ModifyListener(Step step, ModifyListenerRequest request)
    {
        if (step.Table(LoadBalancingState.Listeners).Find(request.ListenerArn) is not { } old)
        {
            return NoListener;
        }

        var changed = old with
        {
            Port = request.Port ?? old.Port,
            Protocol = request.Protocol ?? old.Protocol,
            SslPolicy = request.SslPolicy ?? old.SslPolicy,
            Certificates = request.Certificates ?? old.Certificates,
            DefaultActions = request.DefaultActions ?? old.DefaultActions,
            AlpnPolicy = request.AlpnPolicy ?? old.AlpnPolicy,
            MutualAuthentication = request.MutualAuthentication ?? old.MutualAuthentication,
        };
        step.Table(LoadBalancingState.Listeners).Put(request.ListenerArn, changed);
        return new ModifyListenerResponse { Listeners = [changed] };
    }

    /// <summary>Deletes a listener with its rules.</summary>
    internal static Outcome<DeleteListenerResponse> DeleteListener(Step step, DeleteListenerRequest request) =>
        RemoveListener(step, request.ListenerArn) ? new DeleteListenerResponse() : NoListener;

    private static bool RemoveListener(Step step, string arn)
    {
        foreach (var record in step.Table(LoadBalancingState.Rules).WithPrefix(arn + "\n"))
        {
            step.Table(LoadBalancingState.Rules).Remove(RuleRecord.KeyOf(arn, record.Rule.RuleArn!));
        }

        step.Table(LoadBalancingState.Tags).Remove(arn);
        return step.Table(LoadBalancingState.Listeners).Remove(arn);
    }
}
