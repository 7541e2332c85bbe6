using Headroom.Cloud.Kernel;
using Headroom.Cloud.Services.Ecs;
using Headroom.Traffic.Rates;
using Headroom.Traffic.Work;

namespace Headroom.Cloud.Services.Traffic;

/// <summary>What the traffic room's operations do.</summary>
internal static class TrafficOperations
{
    /// <summary>Sets (or adds to) the load on a service and counts its requests from now on.</summary>
    internal static Outcome<TrafficResponse> PutTraffic(Step step, PutTrafficRequest request)
    {
        if (TrafficRules.Refuse(request) is { } refusal)
        {
            return refusal;
        }

        if (Find(step, request.Cluster, request.Service) is not { } load)
        {
            return Unknown(request.Cluster, request.Service);
        }

        RequestRate? trace;
        try
        {
            trace = request.Trace is { } given ? TraceReader.Read(given.Csv, given.StartAt ?? step.Now) : null;
        }
        catch (FormatException fault)
        {
            return new Refusal("ValidationException", fault.Message);
        }

        RequestRate?[] named = [request.RequestsPerSecond is { } constant ? new ConstantRate(constant) : null, request.Daily, Burst(step, request.Burst), trace];
        var rates = named.OfType<RequestRate>().ToList();
        var changed = load with
        {
            Rates = [.. request.Add || rates.Count == 0 ? load.Rates : [], .. rates],
            Work = request.Work ?? load.Work,
            Offered = request.Add ? load.Offered : 0,
            Served = request.Add ? load.Served : 0,
            Dropped = request.Add ? load.Dropped : 0,
        };
        Change(step, changed);
        return Form(step, changed);
    }

    /// <summary>A service's load and what became of it.</summary>
    internal static Outcome<TrafficResponse> GetTraffic(Step step, GetTrafficRequest request) =>
        Find(step, request.Cluster, request.Service) is { } load ? Form(step, load) : Unknown(request.Cluster, request.Service);

    /// <summary>Takes the load off a service.</summary>
    internal static Outcome<TrafficResponse> DeleteTraffic(Step step, GetTrafficRequest request)
    {
        if (Find(step, request.Cluster, request.Service) is not { } load)
        {
            return Unknown(request.Cluster, request.Service);
        }

        Change(step, load with { Rates = [] });
        return Form(step, load with { Rates = [] });
    }

    private static void Change(Step step, ServiceLoad load)
    {
        Loads.Put(step, load);
        Loads.PutTargetGroups(step, load.Key, ServiceReading.Of(step, load.Cluster, load.Service)?.TargetGroupArns ?? []);
        step.Emit(TrafficService.Name, "Traffic Changed", [EcsNames.ServiceArn(step.Settings, load.Cluster, load.Service)], new() { ["cluster"] = load.Cluster, ["service"] = load.Service });
    }

    // A load can be set before the service's first task runs.
    private static ServiceLoad? Find(Step step, string cluster, string service)
    {
        if (Loads.UpToDate(step, $"{cluster}/{service}") is { } load)
        {
            return load;
        }

        return ServiceReading.Of(step, cluster, service) is { } found
            ? new() { Cluster = cluster, Service = service, Size = found.Size, Backlog = Backlog.Empty(step.Now) }
            : null;
    }

    private static NotificationBurst? Burst(Step step, BurstRequest? request)
    {
        if (request is null)
        {
            return null;
        }

        var burst = new NotificationBurst(request.SentAt ?? step.Now, request.Audience);
        return burst with
        {
            OpenRate = request.OpenRate ?? burst.OpenRate,
            MedianMinutes = request.MedianMinutes ?? burst.MedianMinutes,
            Spread = request.Spread ?? burst.Spread,
            RequestsPerOpen = request.RequestsPerOpen ?? burst.RequestsPerOpen,
        };
    }

    private static TrafficResponse Form(Step step, ServiceLoad load) => new()
    {
        Cluster = load.Cluster,
        Service = load.Service,
        Rates = load.Rates,
        Work = load.Work,
        RequestsPerSecond = load.Rates.Sum(rate => rate.Requests(step.Now, step.Now.AddSeconds(1))),
        Capacity = load.Serving * load.Model.RequestsPerTask,
        Offered = load.Offered + load.Backlog.Current.Offered,
        Served = load.Served + load.Backlog.Current.Served,
        Dropped = load.Dropped + load.Backlog.Current.Dropped,
        CpuPercent = Loads.Minutes(step, load.Key, LoadModel.MinuteOf(step.Now).AddMinutes(-1), step.Now) is var minutes && minutes.Any() ? minutes.Last().CpuPercent : null,
    };

    private static Refusal Unknown(string cluster, string service) => new("ServiceNotFoundException", $"There is no service {cluster}/{service}.");
}
