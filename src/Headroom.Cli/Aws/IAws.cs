using System.Text.Json.Nodes;

namespace Headroom.Cli.Aws;

/// <summary>AWS, or an embedded cloud: the same calls either way.</summary>
internal interface IAws
{
    /// <summary>The Region that calls go to.</summary>
    string Region { get; }

    /// <summary>Where calls go instead of AWS, or null.</summary>
    Uri? Endpoint { get; }

    /// <summary>Calls an operation; request and answer in the API's JSON form.</summary>
    /// <exception cref="AwsRefusal">The service refused.</exception>
    Task<JsonObject> CallAsync(string service, string operation, JsonObject request, CancellationToken cancellation);
}

/// <summary>A service said no.</summary>
internal sealed class AwsRefusal(string operation, string code, string message) : Exception($"{operation} was refused: {code}: {message}")
{
    internal string Code => code;

    internal string Reason => message;
}
