using System.Globalization;
using Headroom.Cloud.Identity;
using Headroom.Cloud.Services.Lambda;
using Headroom.Cloud.Services.Lambda.Hosting;

namespace Headroom.Bench.Staging;

/// <summary>Runs functions' own code on the virtual clock, which stands still while it computes; starting and calling take their time.</summary>
internal sealed class VirtualFunctions(VirtualCloud cloud) : IFunctionHost, IDisposable
{
    private static readonly TimeSpan Handling = TimeSpan.FromMilliseconds(2);
    private readonly Dictionary<string, IFunctionCode> _environments = new(StringComparer.Ordinal);
    private readonly HashSet<string> _fresh = new(StringComparer.Ordinal);

    /// <summary>Every invocation that has ended.</summary>
    internal List<InvocationTime> Ended { get; } = [];

    public void Listen(Action<FunctionNews> hear) => throw new NotSupportedException("The virtual cloud hears its functions' news itself.");

    public void Start(EnvironmentOrder order)
    {
        Principal? role = null;
        cloud.Apply(step => role = Credentials.Find(step, order.Variables["AWS_ACCESS_KEY_ID"])!.Principal);
        var calls = new FunctionCalls(cloud, role!, () => _environments.ContainsKey(order.EnvironmentId));
        IFunctionCode code = order switch
        {
            { Handler: CalendarFunction.Handler } => new CalendarFunction(order),
            { Handler: DeletionFunction.Handler } => new DeletionFunction(cloud, order, calls),
            { Runtime: "provided.al2023" } => new NotifierFunction(cloud, order, calls),
            _ => new SampleFunction(cloud, order, calls),
        };
        _environments.Add(order.EnvironmentId, code);
        _fresh.Add(order.EnvironmentId);
        cloud.Agenda.At(cloud.Now + code.InitDuration, () => Tell(new FunctionNews.Ready(order.EnvironmentId)));
    }

    public void Invoke(InvocationOrder order) => _ = HandleAsync(_environments[order.EnvironmentId], order);

    public void Stop(string environmentId)
    {
        if (_environments.Remove(environmentId, out var code))
        {
            code.Dispose();
        }
    }

    public void Dispose()
    {
        foreach (var code in _environments.Values)
        {
            code.Dispose();
        }
    }

    private async Task HandleAsync(IFunctionCode code, InvocationOrder order)
    {
        var began = cloud.Now;
        FunctionNews news;
        try
        {
            news = new FunctionNews.Answered(order.EnvironmentId, order.RequestId, await code.HandleAsync(order.Payload, began + order.TimeLeft));
        }
#pragma warning disable CA1031 // whatever a function throws, its runtime reports
        catch (Exception fault)
#pragma warning restore CA1031
        {
            var error = new System.Text.Json.Nodes.JsonObject { ["errorMessage"] = fault.Message, ["errorType"] = fault.GetType().Name };
            news = new FunctionNews.Failed(order.EnvironmentId, order.RequestId, fault.GetType().Name, error.ToJsonString());
        }

        cloud.Agenda.At(cloud.Now + Handling, () =>
        {
            Ended.Add(new(code.MemoryMegabytes, cloud.Now - began + (_fresh.Remove(order.EnvironmentId) ? code.InitDuration : TimeSpan.Zero)));
            Tell(news);
        });
    }

    private void Tell(FunctionNews news)
    {
        if (_environments.ContainsKey(news.EnvironmentId))
        {
            cloud.Apply(step => LambdaService.Tell(this, step, news));
        }
    }

    internal static int Memory(EnvironmentOrder order) => int.Parse(order.Variables["AWS_LAMBDA_FUNCTION_MEMORY_SIZE"], CultureInfo.InvariantCulture);
}

/// <summary>What one invocation is billed for: how long it took, the environment's start included where it was the first.</summary>
internal sealed record InvocationTime(int MemoryMegabytes, TimeSpan Billed);

/// <summary>The code of a function in one environment.</summary>
internal interface IFunctionCode : IDisposable
{
    /// <summary>How long it takes to start.</summary>
    TimeSpan InitDuration { get; }

    /// <summary>As configured.</summary>
    int MemoryMegabytes { get; }

    /// <summary>Handles one event.</summary>
    /// <param name="payload">JSON text.</param>
    /// <param name="deadline">When the invocation times out.</param>
    /// <returns>The answer, as JSON text.</returns>
    Task<string> HandleAsync(string payload, DateTimeOffset deadline);
}
