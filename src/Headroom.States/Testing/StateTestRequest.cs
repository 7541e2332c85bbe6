using Headroom.States.Definition;
using Headroom.States.Json;

namespace Headroom.States.Testing;

/// <summary>
/// What <see href="https://docs.aws.amazon.com/step-functions/latest/apireference/API_TestState.html">TestState</see> is asked.
/// </summary>
public sealed record StateTestRequest
{
    /// <summary>One state, or with <see cref="StateName"/> a whole machine.</summary>
    public required string Definition { get; init; }

    /// <summary>The state to test in a whole machine, at any depth.</summary>
    public string? StateName { get; init; }

    /// <summary>The state's input.</summary>
    public JsonValue Input { get; init; } = JsonObject.Empty;

    /// <summary>How much the result shows.</summary>
    public InspectionLevel InspectionLevel { get; init; }

    /// <summary>Whether secrets are to be shown; not together with a mock.</summary>
    public bool RevealSecrets { get; init; }

    /// <summary>The variables that the state sees.</summary>
    public JsonObject Variables { get; init; } = JsonObject.Empty;

    /// <summary>What stands for the state's call, branches or iterations.</summary>
    public StateMock? Mock { get; init; }

    /// <summary>The context object; only together with a mock. Null for one made up.</summary>
    public JsonValue? Context { get; init; }

    /// <summary>How many attempts the retrier of the mocked error has made.</summary>
    public int RetrierRetryCount { get; init; }

    /// <summary>What a distributed Map's reader is to have read.</summary>
    public string? MapItemReaderData { get; init; }

    /// <summary>What is asked before a call that is not mocked; null for nothing.</summary>
    public TaskParameterCheck? ParameterCheck { get; init; }

    /// <summary>The region of the call.</summary>
    public string Region { get; init; } = "us-east-1";
}

/// <summary>How much a test shows beyond output and status.</summary>
public enum InspectionLevel
{
    /// <summary>Nothing more.</summary>
    Info,

    /// <summary>The data after each step.</summary>
    Debug,

    /// <summary>And HTTP requests; otherwise as Debug.</summary>
    Trace,
}

/// <summary>A mocked outcome: a result's text, or an error. Not both.</summary>
/// <param name="Result">The result as JSON text.</param>
/// <param name="Error">The error's name.</param>
/// <param name="Cause">The error's cause.</param>
/// <param name="HasError">Whether an error was given at all.</param>
/// <param name="FieldValidationMode">STRICT (null is that too), PRESENT or NONE.</param>
public sealed record StateMock(string? Result, string? Error, string? Cause, bool HasError, string? FieldValidationMode);
