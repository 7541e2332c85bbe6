using System.Text.Json.Nodes;
using Headroom.States.Tests.Properties;
using JsonObject = System.Text.Json.Nodes.JsonObject;
using JsonValue = Headroom.States.Json.JsonValue;

namespace Headroom.Cloud.Tests.StepFunctions.Damaged;

/// <summary>An execution of a damaged machine: somebody reports its tasks, stops, updates, redrives it, at random. It must come to its end.</summary>
internal sealed class DamagedRun(TestCloud cloud, WireClient client, Random random)
{
    private const int MostWakes = 300;
    private const int Page = 200;
    private const int FewRests = 2;
    private const int RareLoops = 100;
    private static readonly TimeSpan Rest = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan LongestExpress = TimeSpan.FromMinutes(5);
    private string _execution = "";

    /// <summary>StartSyncExecution with this body.</summary>
    public string Synchronously(byte[] body)
    {
        JsonObject? answer = null;
        answer = client.Send("StartSyncExecution", body, later => answer = later);
        if (!WaitForExpress(() => answer is not null))
        {
            return "ran (express, left looping)";
        }

        answer.ShouldNotBeNull("StartSyncExecution was never answered");
        if (WireClient.Refusal(answer) is { } code)
        {
            return $"refused ({code})";
        }

        ((string?)answer["status"]).ShouldBeOneOf("SUCCEEDED", "FAILED", "TIMED_OUT");
        return "ran";
    }

    /// <summary>The execution has been started: it is led to its end, and that is looked at.</summary>
    public string ToItsEnd(string type, string execution)
    {
        _execution = execution;
        if (type == "EXPRESS")
        {
            // Nobody can ask for it: what is seen is that time goes on.
            return WaitForExpress(() => false) ? "ran" : "ran (express, left looping)";
        }

        Lead();
        if (random.Next(8) == 0 && WireClient.Refusal(client.Send("RedriveExecution", new JsonObject { ["executionArn"] = _execution })!) is null)
        {
            Lead();
        }

        return "ran";
    }

    /// <summary>
    /// Lets five minutes pass, after which no express execution is left. One that loops runs a million states in them: only some are waited for.
    /// </summary>
    private bool WaitForExpress(Func<bool> ended)
    {
        var end = cloud.Now + LongestExpress;
        var rests = 0;
        while (cloud.NextDue <= end && !ended())
        {
            rests += cloud.NextDue - cloud.Now == Rest ? 1 : 0;
            if (rests == FewRests && random.Next(RareLoops) > 0)
            {
                return false;
            }

            cloud.WakeNext();
        }

        return true;
    }

    private void Lead()
    {
        for (var wakes = 0; wakes < MostWakes && Status() == "RUNNING"; wakes++)
        {
            if (random.Next(6) == 0)
            {
                Meddle();
            }

            if (!cloud.WakeNext())
            {
                (Status() != "RUNNING" || WaitsForSomebody()).ShouldBeTrue("it waits for nothing");
                break;
            }
        }

        if (Status() == "RUNNING")
        {
            // It loops, or waits for somebody: it is stopped, as its owner would.
            client.Send("StopExecution", new JsonObject { ["executionArn"] = _execution })!.ShouldNotContainKey("__type");
        }

        CheckHistory();
    }

    /// <summary>A task without timeout that nobody reports, or a worker that nobody is, is waited for for ever.</summary>
    private bool WaitsForSomebody() => Machines.History(cloud, _execution).Any(type => type is "TaskSubmitted" or "ActivityScheduled");

    private void CheckHistory()
    {
        var latest = client.Send("GetExecutionHistory", new JsonObject { ["executionArn"] = _execution, ["reverseOrder"] = true, ["maxResults"] = Page })!;
        var events = latest["events"]!.AsArray();
        ((string)events[0]!["type"]!).ShouldBeOneOf("ExecutionSucceeded", "ExecutionFailed", "ExecutionTimedOut", "ExecutionAborted");
        var last = events[0]!["id"]!.GetValue<long>();
        events.Count.ShouldBe((int)Math.Min(last, Page));
        events.Select(happened => happened!["id"]!.GetValue<long>()).ShouldBe(Enumerable.Range(0, events.Count).Select(back => last - back));
        client.Send("DescribeExecution", new JsonObject { ["executionArn"] = _execution })!["stopDate"].ShouldNotBeNull();
        foreach (var mapRun in client.Send("ListMapRuns", new JsonObject { ["executionArn"] = _execution })!["mapRuns"]!.AsArray())
        {
            var described = client.Send("DescribeMapRun", new JsonObject { ["mapRunArn"] = (string)mapRun!["mapRunArn"]! })!;
            ((string)described["status"]!).ShouldNotBe("RUNNING");
            described["executionCounts"]!["running"]!.GetValue<long>().ShouldBe(0);
        }
    }

    private void Meddle()
    {
        switch (random.Next(8))
        {
            case 0 when cloud.Begin("stepfunctions", "GetActivityTask", new() { ["activityArn"] = Surroundings.Activity }).Answer is Kernel.Outcome<JsonObject>.Answered work:
                Report((string?)work.Response["taskToken"]);
                break;
            case 1 or 2 or 3:
                var messages = cloud.Call("sqs", "ReceiveMessage", new() { ["QueueUrl"] = Surroundings.Queue })["Messages"]?.AsArray() ?? [];
                foreach (var message in messages)
                {
                    Report(JsonValue.TryParse((string)message!["Body"]!, out var body) && body is States.Json.JsonObject given ? (given["token"] as States.Json.JsonString)?.Value : null);
                }

                break;
            case 4 when client.Send("ListMapRuns", new JsonObject { ["executionArn"] = _execution })!["mapRuns"] is JsonArray { Count: > 0 } mapRuns:
                client.Send("UpdateMapRun", new JsonObject
                {
                    ["mapRunArn"] = (string)mapRuns[0]!["mapRunArn"]!, ["maxConcurrency"] = random.Next(-1, 4),
                    ["toleratedFailureCount"] = random.Next(3), ["toleratedFailurePercentage"] = random.Next(101),
                });
                break;
            case 5 when random.Next(20) == 0:
                client.Send("StopExecution", new JsonObject { ["executionArn"] = _execution, ["error"] = "Enough", ["cause"] = "as asked" });
                break;
            default:
                client.Send("GetExecutionHistory", new JsonObject { ["executionArn"] = _execution, ["reverseOrder"] = true, ["maxResults"] = 5 });
                break;
        }
    }

    private void Report(string? token)
    {
        if (token is not null)
        {
            client.Send("SendTaskHeartbeat", new JsonObject { ["taskToken"] = token });
            client.Send(random.Next(3) == 0 ? "SendTaskFailure" : "SendTaskSuccess", new JsonObject
            {
                ["taskToken"] = token, ["output"] = Damage.Of(JsonValue.Parse("""{"done": [1, "two"]}"""), random).ToString(), ["error"] = "Reported", ["cause"] = "as asked",
            });
        }
    }

    private string Status() => (string)Machines.Describe(cloud, _execution)["status"]!;
}
