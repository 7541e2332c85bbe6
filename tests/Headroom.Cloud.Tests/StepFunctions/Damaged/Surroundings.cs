using System.Text;
using System.Text.Json.Nodes;

namespace Headroom.Cloud.Tests.StepFunctions.Damaged;

/// <summary>What the machines find in the cloud: a role, a queue, an activity, a file of items, a machine to start.</summary>
internal static class Surroundings
{
    public const string Activity = "arn:aws:states:us-east-1:123456789012:activity:work";
    public const string Queue = "http://127.0.0.1:4566/123456789012/q";

    public static void Make(TestCloud cloud)
    {
        Machines.Create(cloud, "inner", """{"W": {"Type": "Wait", "Seconds": 2, "End": true}}""");
        cloud.Call("sqs", "CreateQueue", new() { ["QueueName"] = "q" });
        cloud.Call("stepfunctions", "CreateActivity", new() { ["name"] = "work" });
        cloud.Call("s3", "CreateBucket", new() { ["Bucket"] = "data" });
        cloud.Call("s3", "PutObject", new() { ["Bucket"] = "data", ["Key"] = "items.json", ["Body"] = Convert.ToBase64String("[1, 2, 3, 4]"u8) });
    }
}
