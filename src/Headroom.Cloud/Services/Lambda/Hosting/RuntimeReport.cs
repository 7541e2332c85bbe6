namespace Headroom.Cloud.Services.Lambda.Hosting;

/// <summary>What a runtime says through its API.</summary>
internal abstract record RuntimeReport
{
    /// <summary>It asks for an event.</summary>
    internal sealed record Next : RuntimeReport;

    /// <summary>The function's answer.</summary>
    internal sealed record Response(string RequestId, string Payload) : RuntimeReport;

    /// <summary>The function's error.</summary>
    internal sealed record Error(string RequestId, string ErrorType, string Payload) : RuntimeReport;

    /// <summary>It cannot initialize.</summary>
    internal sealed record InitError(string ErrorType, string Payload) : RuntimeReport;
}
