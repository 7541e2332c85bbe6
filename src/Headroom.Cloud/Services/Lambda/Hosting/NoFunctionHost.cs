namespace Headroom.Cloud.Services.Lambda.Hosting;

/// <summary>A host without processes: every environment ends at once, as one whose entry point cannot be started.</summary>
public sealed class NoFunctionHost : IFunctionHost
{
    private Action<FunctionNews> _hear = _ => { };

    /// <inheritdoc/>
    public void Listen(Action<FunctionNews> hear) => _hear = hear;

    /// <inheritdoc/>
    public void Start(EnvironmentOrder order) =>
        _hear(new FunctionNews.Exited(order.EnvironmentId, "Runtime.InvalidEntrypoint", "This cloud runs no functions"));

    /// <inheritdoc/>
    public void Invoke(InvocationOrder order)
    {
        // No environment ever becomes ready, so nothing is ever invoked.
    }

    /// <inheritdoc/>
    public void Stop(string environmentId)
    {
        // Every environment has ended already.
    }
}
