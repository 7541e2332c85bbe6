using Headroom.States.Json;

namespace Headroom.States.Definition;

/// <summary>
/// Why a task cannot be started with these parameters, in Step Functions' words
/// (<c>The field "Nope" is not supported by Step Functions</c>); null where it can.
/// </summary>
/// <param name="resource">What is to be called.</param>
/// <param name="parameters">What Parameters made of the state's input.</param>
public delegate string? TaskParameterCheck(TaskResource resource, JsonValue parameters);
