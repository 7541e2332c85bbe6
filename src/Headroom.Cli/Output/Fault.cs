using System.Net.Http;
using Headroom.Cli.Aws;

namespace Headroom.Cli.Output;

/// <summary>Faults in one line for people.</summary>
internal static class Fault
{
    /// <summary>Set to any value, it shows the whole fault with its stack.</summary>
    private const string Trace = "HEADROOM_TRACE";

    internal static string OneLine(Exception fault) => Environment.GetEnvironmentVariable(Trace) is { Length: > 0 }
        ? fault.ToString()
        : fault switch
        {
            CommandFailure or AwsRefusal => fault.Message,
            AggregateException { InnerExceptions: [var only] } => OneLine(only),
            HttpRequestException { HttpRequestError: HttpRequestError.ConnectionError } => $"{fault.Message}: nothing answers there. A local cloud is started with `headroom up`.",
            _ => $"{fault.Message} ({fault.GetType().Name}; set {Trace}=1 to see where)",
        };
}
