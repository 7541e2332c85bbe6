namespace Headroom.Cloud.Services.Lambda.Hosting;

/// <summary>What a host has to tell of one environment.</summary>
/// <param name="EnvironmentId">The environment.</param>
public abstract record FunctionNews(string EnvironmentId)
{
    /// <summary>Initialized: the runtime asks for its first event.</summary>
    public sealed record Ready(string EnvironmentId) : FunctionNews(EnvironmentId);

    /// <summary>The runtime says that it cannot initialize; its process is over.</summary>
    /// <param name="EnvironmentId">The environment.</param>
    /// <param name="ErrorType">E.g. <c>Runtime.ImportModuleError</c>.</param>
    /// <param name="Payload">The error as JSON: <c>errorMessage</c>, <c>errorType</c>, <c>stackTrace</c>.</param>
    public sealed record InitFailed(string EnvironmentId, string ErrorType, string Payload) : FunctionNews(EnvironmentId);

    /// <summary>The function's answer; the environment is ready for the next event.</summary>
    public sealed record Answered(string EnvironmentId, string RequestId, string Payload) : FunctionNews(EnvironmentId);

    /// <summary>The function's error; the environment is ready for the next event.</summary>
    public sealed record Failed(string EnvironmentId, string RequestId, string ErrorType, string Payload) : FunctionNews(EnvironmentId);

    /// <summary>The process ended by itself.</summary>
    /// <param name="EnvironmentId">The environment.</param>
    /// <param name="ErrorType"><c>Runtime.ExitError</c>, or <c>Runtime.InvalidEntrypoint</c> where it could not be started.</param>
    /// <param name="Reason">As Lambda words it: <c>Runtime exited with error: exit status 1</c>.</param>
    public sealed record Exited(string EnvironmentId, string ErrorType, string Reason) : FunctionNews(EnvironmentId);

    /// <summary>Lines on standard output or error.</summary>
    public sealed record Printed(string EnvironmentId, IReadOnlyList<string> Lines) : FunctionNews(EnvironmentId);
}
