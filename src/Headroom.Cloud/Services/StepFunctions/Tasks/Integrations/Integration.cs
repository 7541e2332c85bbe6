using System.Text.Json.Nodes;
using Headroom.Cloud.Kernel;
using Headroom.States.Execution;
using Headroom.Wire.Descriptions;
using Interpreted = Headroom.States.Json;
using JsonObject = System.Text.Json.Nodes.JsonObject;

namespace Headroom.Cloud.Services.StepFunctions.Tasks.Integrations;

/// <summary>How one kind of task becomes a call, and the call's end the task's.</summary>
/// <param name="Service">The service that is called.</param>
/// <param name="Operation">The operation that is called.</param>
internal abstract record Integration(ServiceDescription Service, OperationDescription Operation)
{
    /// <summary>What is wrong with a task's parameters: the task is not even scheduled.</summary>
    public virtual IReadOnlyList<string> Problems(Interpreted.JsonObject parameters) =>
        SdkParameters.AreUsable(Operation, parameters) ? [] : SdkParameters.Read(Operation, parameters).Problems;

    /// <summary>The request of the call, or the failure of one that cannot be sent.</summary>
    public abstract RequestReading Request(TaskCaller caller, Command.ScheduleTask task, Interpreted.JsonObject parameters);

    /// <summary>The task's result.</summary>
    public abstract TaskAnswer Result(Answer answer, string requestId, DateTimeOffset now);

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

/// <summary>A request, or the failure of a task that cannot make one.</summary>
/// <param name="Request">In its canonical form.</param>
/// <param name="Failure">Null where the request can be sent.</param>
internal sealed record RequestReading(JsonObject Request, TaskAnswer? Failure = null)
{
    /// <summary>The task's parameters in PascalCase as a request of the operation.</summary>
    public static RequestReading Of(OperationDescription operation, Interpreted.JsonObject parameters) => new(SdkParameters.Read(operation, parameters).Request);
}
