using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Headroom.Cloud;
using Headroom.Cloud.Identity;
using Headroom.Cloud.Kernel;
using Headroom.Cloud.Services;
using Headroom.Cloud.Services.Lambda.Hosting;
using Headroom.Simulation.Scenarios;

namespace Headroom.Simulation.Staging;

/// <summary>A cloud with the hold deployed over some services, as it stands before a run; made once, copied by every run.</summary>
internal sealed class Stage
{
    internal static readonly CloudSettings Settings = new("123456789012", "us-east-1", "http://127.0.0.1:4566");
    internal static readonly DateTimeOffset Start = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);
    internal static readonly Principal Administrator = new Principal.Administrator(Settings.AccountId, "person");

    private Stage(StageStorage storage, ILookup<string, string> ids)
    {
        Storage = storage;
        TopicArn = ids["AWS::SNS::Topic"].Single();
        StateMachineArn = ids["AWS::StepFunctions::StateMachine"].Single();
        FunctionName = ids["AWS::Lambda::Function"].Single();
        HoldsTable = ids["AWS::DynamoDB::Table"].Single();
        DeadLetterQueueUrl = ids["AWS::SQS::Queue"].Single();
    }

    internal StageStorage Storage { get; }

    internal string TopicArn { get; }

    internal string StateMachineArn { get; }

    internal string FunctionName { get; }

    internal string HoldsTable { get; }

    internal string DeadLetterQueueUrl { get; }

    /// <summary>Sets the stage for this many services; each run then gives them their shape.</summary>
    /// <param name="services">How many services the hold covers.</param>
    /// <param name="machine">Changes the state machine's definition.</param>
    internal static Stage Set(int services, Func<JsonObject, JsonObject> machine)
    {
        var storage = new StageStorage();
        var kernel = new CloudKernel(Settings, new(storage), Rooms.With(new NoFunctions()), new PolicyAuthorizer(), new(0), new());
        kernel.Start(Start);
        foreach (var call in StageServices.Calls(services))
        {
            kernel.Call(Start, new(Administrator, "stage"), call.Service, call.Operation, call.Request, outcome => Demand(call.Operation, outcome));
        }

        ILookup<string, string>? ids = null;
        kernel.Apply(Start, step => ids = step.Attempt(Administrator, () => HoldDeployment.Make(step, HoldTemplate.Resources(services, machine)), _ => false));
        return new(storage, ids!);
    }

    private static void Demand(string operation, Outcome<JsonObject> outcome)
    {
        if (outcome is not Outcome<JsonObject>.Answered)
        {
            throw new InvalidOperationException($"The stage cannot be set: {operation}: {outcome}");
        }
    }

    /// <summary>While the stage is set nothing is invoked.</summary>
    private sealed class NoFunctions : IFunctionHost
    {
        public void Listen(Action<FunctionNews> hear) => throw new NotSupportedException();

        public void Start(EnvironmentOrder order) => throw new NotSupportedException();

        public void Invoke(InvocationOrder order) => throw new NotSupportedException();

        public void Stop(string environmentId) => throw new NotSupportedException();
    }
}
