using System.Globalization;
using System.Text.Json.Nodes;
using Headroom.Cloud;
using Headroom.Cloud.Identity;
using Headroom.Cloud.Kernel;
using Headroom.Cloud.Log;
using Headroom.Cloud.Services;
using Headroom.Cloud.Services.Lambda.Hosting;
using Headroom.Cloud.Store;

namespace Headroom.Bench;

/// <summary>How much memory an execution takes in the cloud while it waits.</summary>
internal static class WaitingMemory
{
    private const string RoleArn = "arn:aws:iam::123456789012:role/waits";
    private static readonly DateTimeOffset Now = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    public static double BytesPerExecution(int count)
    {
        using var functions = new ProcessFunctionHost(new(TimeProvider.System, Now, 1), TimeProvider.System);
        var kernel = new CloudKernel(
            new("123456789012", "us-east-1", "http://127.0.0.1:4566"), new(new MemoryStorage()), Rooms.With(functions), new PolicyAuthorizer(), new(1), new EventLog(capacity: 1));
        kernel.Start(Now);
        Call(kernel, "iam", "CreateRole", new()
        {
            ["RoleName"] = "waits",
            ["AssumeRolePolicyDocument"] = """{"Statement": [{"Effect": "Allow", "Principal": {"Service": "states.amazonaws.com"}, "Action": "sts:AssumeRole"}]}""",
        });
        var machine = Call(kernel, "stepfunctions", "CreateStateMachine", new()
        {
            ["name"] = "waits", ["roleArn"] = RoleArn, ["definition"] = """{"StartAt": "W", "States": {"W": {"Type": "Wait", "Seconds": 3600, "End": true}}}""",
        })["stateMachineArn"]!.ToString();
        var before = GC.GetTotalMemory(forceFullCollection: true);
        for (var i = 0; i < count; i++)
        {
            Call(kernel, "stepfunctions", "StartExecution", new()
            {
                ["stateMachineArn"] = machine, ["name"] = i.ToString(CultureInfo.InvariantCulture), ["input"] = """{"target": "service/shop/checkout", "wanted": 5}""",
            });
        }

        var used = GC.GetTotalMemory(forceFullCollection: true) - before;
        GC.KeepAlive(kernel);
        return used / (double)count;
    }

    private static JsonObject Call(CloudKernel kernel, string service, string operation, JsonObject request)
    {
        Outcome<JsonObject>? answer = null;
        kernel.Call(Now, new(new Principal.Administrator("123456789012", "bench"), "bench"), service, operation, request, outcome => answer = outcome);
        return answer is Outcome<JsonObject>.Answered answered ? answered.Response : throw new InvalidOperationException($"{operation}: {answer}");
    }
}
