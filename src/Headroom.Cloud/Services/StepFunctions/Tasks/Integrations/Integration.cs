using System.Text.Json.Nodes;
using Headroom.Cloud.Kernel;
using Headroom.States.Execution;
using Headroom.Wire.Descriptions;
using JsonObject = System.Text.Json.Nodes.JsonObject;

namespace Headroom.Cloud.Services.StepFunctions.Tasks.Integrations;

/// <summary>How one kind of task becomes a call, and the call's end the task's.</summary>
/// <param name="Service">The service that is called.</param>
/// <param name="Operation">The operation that is called.</param>
internal abstract record Integration(ServiceDescription Service, OperationDescription Operation)
{
    /// <summary>The request of the call, or what is wrong with the task's parameters.</summary>
    public abstract RequestReading Request(TaskCaller caller, Command.ScheduleTask task, JsonObject parameters);

    /// <summary>The task's result.</summary>
    public abstract TaskAnswer Result(JsonObject response, string requestId, DateTimeOffset now);

    /// <summary>The error's name and cause as the SDK behind this kind of task gives them.</summary>
    public abstract TaskAnswer Error(Refusal refusal, string requestId);

    /// <summary>The HTTP status and code of a refusal.</summary>
    protected (int Status, string Code) OnTheWire(Refusal refusal)
    {
        var declared = Operation.ErrorNamed(refusal.Code)?.Error;
        return declared is null
            ? (Headroom.Wire.Protocols.UndeclaredErrors.StatusOf(refusal.Code, rest: Service.JsonVersion is null), refusal.Code)
            : (declared.Status, declared.Code);
    }
}

/// <summary>A request, or why there is none.</summary>
/// <param name="Request">In its canonical form.</param>
/// <param name="Problems">What cannot be meant, in Step Functions' words; empty where the request can be sent.</param>
internal sealed record RequestReading(JsonObject Request, IReadOnlyList<string> Problems);
