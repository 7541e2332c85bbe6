using Headroom.Cloud.Kernel;
using Headroom.Cloud.Log;

namespace Headroom.Cloud.Services;

/// <summary>One service of the embedded cloud: its operations and what moves in it by itself. Rooms know no protocol and no clock.</summary>
/// <param name="Name">The name of its API description, e.g. <c>application-autoscaling</c>.</param>
/// <param name="Operations">The table of operations.</param>
public sealed record ServiceRoom(string Name, IReadOnlyList<Operation> Operations)
{
    /// <summary>CloudFormation resource types that it makes.</summary>
    public IReadOnlyList<ResourceType> ResourceTypes { get; init; } = [];

    /// <summary>Called when a wake asked for with <see cref="Step.WakeAt"/> is due, in a step of its own.</summary>
    public Action<Step, string>? Woken { get; init; }

    /// <summary>Called, within the same step, for everything that any room emits.</summary>
    public Action<Step, CloudEvent>? Heard { get; init; }

    /// <summary>Called when a deferred answer that the room waits for (<see cref="Step.AnswerTo"/>) is there: the room's own key and the answer.</summary>
    public Action<Step, string, Outcome<Answer>>? Answered { get; init; }

    /// <summary>What a caller is told whose page token no answer gave out.</summary>
    internal Func<string, Refusal> UnknownToken { get; init; } = _ => new("ValidationException", "The token is not valid.");

    /// <summary>What a caller is told who asked for a page of no items, or of more than this.</summary>
    internal Func<int, Refusal> PageSize { get; init; } = most => new("ValidationException", $"The number of results must be between 1 and {most}.");

    /// <summary>Asked before each operation, by its name: null, or why the account has called too often.</summary>
    public Func<Step, string, Refusal?>? Limit { get; init; }

    /// <summary>Called once, in a step of its own, when the cloud starts: what was under way when it stopped is taken up again.</summary>
    public Action<Step>? Started { get; init; }
}
