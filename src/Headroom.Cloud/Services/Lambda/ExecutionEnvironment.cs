using Headroom.Wire.Shapes.Lambda;

namespace Headroom.Cloud.Services.Lambda;

/// <summary>How far an environment is.</summary>
internal enum EnvironmentPhase
{
    /// <summary>Its process initializes.</summary>
    Init,

    /// <summary>Its first initialization failed: it initializes again, now within the invocation's own timeout.</summary>
    InitInInvoke,

    /// <summary>It waits for an event.</summary>
    Idle,

    /// <summary>It handles an event.</summary>
    Busy,
}

/// <summary>One process that runs a function's code, one event at a time.</summary>
/// <param name="Id">Never used again.</param>
/// <param name="Configuration">The version it runs, as it was when the environment was made; another revision needs another environment.</param>
/// <param name="Phase">How far it is.</param>
/// <param name="LogStream">The stream that its lines go to.</param>
/// <param name="BornAt">When it was first started; its credentials are as old.</param>
/// <param name="Since">When its present phase began.</param>
internal sealed record ExecutionEnvironment(
    string Id,
    FunctionConfiguration Configuration,
    EnvironmentPhase Phase,
    string LogStream,
    DateTimeOffset BornAt,
    DateTimeOffset Since)
{
    /// <summary>The invocation that it handles or is started for.</summary>
    public string? RequestId { get; init; }

    /// <summary>How long its initialization took; reported, and taken away, with its first invocation.</summary>
    public TimeSpan? InitDuration { get; init; }
}
