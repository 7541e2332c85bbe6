using System.Text.Json.Nodes;
using Headroom.Cloud;
using Headroom.Cloud.Identity;
using Headroom.Cloud.Kernel;
using Headroom.Cloud.Services;
using Headroom.Cloud.Store;
using Headroom.Simulation.Planting;

namespace Headroom.Simulation.Staging;

/// <summary>A cloud with the hold deployed over some services, as it stands before a run; made once, copied by every run.</summary>
internal sealed class Stage
{
    internal static readonly CloudSettings Settings = new("123456789012", "us-east-1", "http://127.0.0.1:4566");

    /// <summary>When every run begins.</summary>
    internal static readonly DateTimeOffset Start = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    internal static readonly Principal Administrator = new Principal.Administrator(Settings.AccountId, "person");
    internal const string StackName = "infra";
    private static readonly TimeSpan Preparation = TimeSpan.FromHours(1);

    private Stage(StageStorage storage, string template, ILookup<string, string> ids)
    {
        (Storage, Template) = (storage, template);
        TopicArn = ids["AWS::SNS::Topic"].Single();
        StateMachineArn = ids["AWS::StepFunctions::StateMachine"].Single();
    }

    internal StageStorage Storage { get; }

    /// <summary>The template of the hold's stack.</summary>
    internal string Template { get; }

    internal string TopicArn { get; }

    internal string StateMachineArn { get; }

    /// <summary>Sets the stage for this many services; each run then gives them their shape.</summary>
    /// <param name="services">How many services the hold covers.</param>
    /// <param name="bug">A fault in what is deployed.</param>
    internal static Stage Set(int services, PlantedBug? bug)
    {
        var storage = new StageStorage();
        var functions = new StageFunctions();
        var kernel = new CloudKernel(Settings, new RecordStore(storage), Rooms.With(functions), new PolicyAuthorizer(), new(0), new());
        var now = Start - Preparation;
        functions.Play(kernel, now);
        kernel.Start(now);
        var template = HoldTemplate.For(services, bug);
        Call(kernel, now, StageServices.Stack("CreateStack", template));
        now = Pass(kernel, now, Start - (Preparation / 2));
        foreach (var call in StageServices.Others(services))
        {
            Call(kernel, now, call);
        }

        Pass(kernel, now, Start);
        return new(storage, template, Ids(kernel));
    }

    private static DateTimeOffset Pass(CloudKernel kernel, DateTimeOffset now, DateTimeOffset end)
    {
        while (kernel.NextDue is { } due && due < end)
        {
            now = due > now ? due : now;
            kernel.WakeNext(now);
        }

        return end;
    }

    private static void Call(CloudKernel kernel, DateTimeOffset now, ServiceCall call) =>
        kernel.Call(now, new(call.Principal, "stage"), call.Service, call.Operation, call.Request, outcome => Demand(call.Operation, outcome));

    private static ILookup<string, string> Ids(CloudKernel kernel)
    {
        ILookup<string, string>? ids = null;
        kernel.Call(Start, new(Administrator, "stage"), "cloudformation", "DescribeStackResources", new() { ["StackName"] = StackName }, outcome =>
        {
            var resources = Demand("DescribeStackResources", outcome)["StackResources"]!.AsArray();
            if (resources.FirstOrDefault(resource => (string?)resource!["ResourceStatus"] != "CREATE_COMPLETE") is { } failed)
            {
                throw new InvalidOperationException($"The stage cannot be set: {failed.ToJsonString()}");
            }

            ids = resources.ToLookup(resource => (string)resource!["ResourceType"]!, resource => (string)resource!["PhysicalResourceId"]!);
        });
        return ids!;
    }

    private static JsonObject Demand(string operation, Outcome<JsonObject> outcome) => outcome is Outcome<JsonObject>.Answered { Response: var response }
        ? response
        : throw new InvalidOperationException($"The stage cannot be set: {operation}: {outcome}");
}
