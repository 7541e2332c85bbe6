using System.Net.Http;
using Headroom.Cli.Aws;
using Headroom.Notifications.Configuration;

namespace Headroom.Cli.Output;

/// <summary>Faults in one line for people.</summary>
internal static class Fault
{
    /// <summary>Set to any value, it shows the whole fault with its stack.</summary>
    private const string Trace = "HEADROOM_TRACE";

    /// <summary>Whether somebody wanted it to end. An HTTP client tells of an answer that does not come as if it had been cancelled, too.</summary>
    internal static bool IsInterruption(OperationCanceledException end) => end.InnerException is not TimeoutException;

    internal static string OneLine(Exception fault) => Environment.GetEnvironmentVariable(Trace) is { Length: > 0 }
        ? fault.ToString()
        : fault switch
        {
            CommandFailure or AwsRefusal => fault.Message,
            InvalidSettingException => $"The CapacityHold's Notifier is not set up so that it can work: {fault.Message}",
            AggregateException { InnerExceptions: [var only] } => OneLine(only),
            HttpRequestException { HttpRequestError: HttpRequestError.ConnectionError } => $"{fault.Message}: nothing answers there. A local cloud is started with `headroom up`.",
            HttpRequestException { HttpRequestError: HttpRequestError.NameResolutionError } => $"{fault.Message}: there is no such host. Is the Region or the endpoint misspelt?",
            HttpRequestException { HttpRequestError: HttpRequestError.SecureConnectionError } => $"No TLS connection could be made ({(fault.InnerException ?? fault).Message}). A local cloud speaks http://, not https://.",
            OperationCanceledException { InnerException: TimeoutException } => "Something listens there, but no answer came in time. Is the endpoint the right one?",
            _ => $"{fault.Message} ({fault.GetType().Name}; set {Trace}=1 to see where)",
        };
}
