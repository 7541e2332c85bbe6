using Headroom.Cloud.Services.Lambda.Hosting;

namespace Headroom.Cloud.Tests.Lambda;

/// <summary>Functions whose behaviour the test scripts: every environment is ready at once, and answers what the script says.</summary>
internal sealed class ScriptedFunctions : IFunctionHost
{
    private Action<FunctionNews> _hear = _ => { };

    /// <summary>What an invocation brings; null leaves it running.</summary>
    public Func<InvocationOrder, FunctionNews?> Run { get; set; } = order => new FunctionNews.Answered(order.EnvironmentId, order.RequestId, "null");

    /// <summary>What a start brings; null leaves it starting.</summary>
    public Func<EnvironmentOrder, FunctionNews?> Init { get; set; } = order => new FunctionNews.Ready(order.EnvironmentId);

    public List<EnvironmentOrder> Started { get; } = [];

    public List<InvocationOrder> Invoked { get; } = [];

    public List<string> Stopped { get; } = [];

    /// <summary>News by hand; null is none.</summary>
    public void Tell(FunctionNews? news)
    {
        if (news is not null)
        {
            _hear(news);
        }
    }

    void IFunctionHost.Listen(Action<FunctionNews> hear) => _hear = hear;

    void IFunctionHost.Start(EnvironmentOrder order)
    {
        Started.Add(order);
        Tell(Init(order));
    }

    void IFunctionHost.Invoke(InvocationOrder order)
    {
        Invoked.Add(order);
        Tell(Run(order));
    }

    void IFunctionHost.Stop(string environmentId) => Stopped.Add(environmentId);
}
