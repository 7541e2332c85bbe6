namespace Headroom.Cloud.Services.Lambda.Hosting;

/// <summary>
/// Where functions' code runs. The Lambda room decides what to start, invoke and stop, and when an invocation has run out of
/// time; a host does it and tells what came of it. None of its methods blocks.
/// </summary>
public interface IFunctionHost
{
    /// <summary>Gives the host the ear for its news. Called once, before anything is started.</summary>
    void Listen(Action<FunctionNews> hear);

    /// <summary>
    /// Starts an execution environment. News: <see cref="FunctionNews.Ready"/>, <see cref="FunctionNews.InitFailed"/> or
    /// <see cref="FunctionNews.Exited"/>.
    /// </summary>
    void Start(EnvironmentOrder order);

    /// <summary>
    /// Gives a ready environment an event. News: <see cref="FunctionNews.Answered"/>, <see cref="FunctionNews.Failed"/> or
    /// <see cref="FunctionNews.Exited"/>.
    /// </summary>
    void Invoke(InvocationOrder order);

    /// <summary>Ends an environment, whatever it is doing. No news of it follows; one that is gone already is no error.</summary>
    void Stop(string environmentId);
}
