using System.Text.Json.Nodes;
using Headroom.Cloud;
using Headroom.Cloud.Identity;
using Headroom.Cloud.Kernel;
using Headroom.Cloud.Log;
using Headroom.Cloud.Services.ApplicationAutoScaling;
using Headroom.Cloud.Services.CloudWatch;
using Headroom.Cloud.Services.Ecs;
using Headroom.Cloud.Services.Ecs.Quotas;
using Headroom.Cloud.Services.ElasticLoadBalancing;
using Headroom.Cloud.Services.Traffic;
using Headroom.Cloud.Store;

namespace Headroom.Bench.Dynamics;

/// <summary>The capacity rooms on a clock that jumps from wake to wake.</summary>
internal sealed class SimulatedAccount
{
    private static readonly Caller Administrator = new(new Principal.Administrator("123456789012", "bench"), "bench");
    private readonly EventLog _log = new(1000);
    private readonly CloudKernel _kernel;

    public SimulatedAccount() => _kernel = new(
        new("123456789012", "us-east-1", "http://127.0.0.1:4566"),
        new(new MemoryStorage()),
        [EcsService.Room, FargateQuotaService.Room, AutoScalingService.Room, CloudWatchService.Room, LoadBalancingService.Room, TrafficService.Room],
        new PolicyAuthorizer(),
        new(1),
        _log);

    public DateTimeOffset Now { get; private set; } = new(2026, 3, 1, 0, 0, 0, TimeSpan.Zero);

    public long Wakes { get; private set; }

    public JsonObject Call(string service, string operation, JsonObject request)
    {
        JsonObject? response = null;
        _kernel.Call(Now, Administrator, service, operation, request, outcome => response = outcome is Outcome<JsonObject>.Answered answered
            ? answered.Response
            : throw new InvalidOperationException($"{operation}: {outcome}"));
        return response!;
    }

    public void Advance(TimeSpan by)
    {
        var end = Now + by;
        while (_kernel.NextDue is { } due && due <= end)
        {
            Now = due > Now ? due : Now;
            _kernel.WakeNext(Now);
            Wakes++;
        }

        Now = end;
    }
}
