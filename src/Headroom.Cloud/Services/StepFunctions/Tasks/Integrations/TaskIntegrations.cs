using System.Runtime.CompilerServices;
using Headroom.Cloud.Kernel;
using Headroom.States.Definition;
using Headroom.States.Execution;
using Headroom.Wire.Descriptions;
using Interpreted = Headroom.States.Json;

namespace Headroom.Cloud.Services.StepFunctions.Tasks.Integrations;

/// <summary>Calls services for tasks, as the execution's role.</summary>
internal static class TaskIntegrations
{
    private const string Runtime = "States.Runtime";
    private const string Permissions = "States.Permissions";

    // By the definition's own resource: a machine's tasks are called again and again.
    private static readonly ConditionalWeakTable<TaskResource, Found> Known = [];

    private static readonly Lazy<IReadOnlyDictionary<string, ServiceDescription>> SdkServices = new(() =>
        ApiDescriptions.Services.Select(ApiDescriptions.For)
            .ToDictionary(service => JavaClassNames.OfClient(service.ServiceId), StringComparer.OrdinalIgnoreCase));

    /// <summary>Makes the call. What goes wrong with it is the task's error, never an exception.</summary>
    public static TaskReply Call(Step step, TaskCaller caller, Command.ScheduleTask task)
    {
        if (Find(task.Resource) is not { } integration)
        {
            return Fail(Runtime, $"The embedded cloud does not serve {task.Resource.Arn}.");
        }

        var reading = integration.Request(caller, task, task.Input as Interpreted.JsonObject ?? Interpreted.JsonObject.Empty);
        if (reading.Failure is { } failure)
        {
            return new TaskReply.Now(failure);
        }

        if (ExecutionRoles.Assume(step, task.RoleArn ?? caller.RoleArn, caller.StateMachineArn) is not { } role)
        {
            return Fail(Permissions, ExecutionRoles.NotAssumable);
        }

        return step.Ask(role, integration.Service.Service, integration.Operation.Name, reading.Request) switch
        {
            Outcome<Answer>.Deferred deferred => new TaskReply.Later(deferred.Ticket),
            var outcome => new TaskReply.Now(Read(step, integration, outcome)),
        };
    }

    /// <summary>Why a task cannot be started with these parameters; null where it can, or where the resource is not served.</summary>
    public static string? Problem(TaskResource resource, Interpreted.JsonValue parameters) =>
        resource.Service.Length > 0 && parameters is Interpreted.JsonObject members && Find(resource)?.Problems(members) is { Count: > 0 } problems
            ? string.Join(", ", problems)
            : null;

    /// <summary>What the end of a call means for its task.</summary>
    public static TaskAnswer Read(Step step, Command.ScheduleTask task, Outcome<Answer> outcome) =>
        Read(step, Find(task.Resource)!, outcome);

    private static TaskAnswer Read(Step step, Integration integration, Outcome<Answer> outcome) => outcome switch
    {
        Outcome<Answer>.Answered answered => integration.Result(answered.Response, step.Ids.NextUuid(), step.Now),
        Outcome<Answer>.Refused refused => integration.Error(refused.Refusal, step.Ids.NextUuid()),
        _ => throw new InvalidOperationException($"The end of a call is an answer or a refusal, not {outcome}"),
    };

    private static TaskReply.Now Fail(string error, string cause) => new(TaskAnswer.Failed(error, cause));

    /// <summary>How the resource is called; null where it is not served.</summary>
    public static Integration? Find(TaskResource resource) => Known.GetValue(resource, static resource => new Found(Of(resource))).Integration;

    private static Integration? Of(TaskResource resource)
    {
        if (resource.Pattern == TaskPattern.LambdaFunction)
        {
            var names = OptimizedService.Named("lambda")!;
            var lambda = ApiDescriptions.For(names.Description);
            return new LambdaFunctionIntegration(names, lambda, lambda.Operations["Invoke"]);
        }

        if (resource.IsAwsSdk)
        {
            return SdkServices.Value.TryGetValue(resource.Service, out var service) && Operation(service, resource) is { } action
                ? new AwsSdkIntegration(service, action)
                : null;
        }

        return OptimizedService.Named(resource.Service) is { } optimized
            && ApiDescriptions.For(optimized.Description) is var description
            && Operation(description, resource) is { } operation
            ? Optimized(resource, optimized, description, operation)
            : null;
    }

    private static OptimizedIntegration Optimized(TaskResource resource, OptimizedService names, ServiceDescription service, OperationDescription operation) =>
        (resource.Service, resource.Action) switch
        {
            ("lambda", "invoke") => new LambdaInvokeIntegration(names, service, operation),
            ("sqs", "sendMessage") => new SendMessageIntegration(names, service, operation),
            ("events", "putEvents") => new PutEventsIntegration(names, service, operation),
            _ => new OptimizedIntegration(names, service, operation),
        };

    private static OperationDescription? Operation(ServiceDescription service, TaskResource resource) =>
        service.Operations.GetValueOrDefault(char.ToUpperInvariant(resource.Action[0]) + resource.Action[1..]);

    private sealed record Found(Integration? Integration);
}
