using System.Text.Json.Nodes;

namespace Headroom.Cloud.Tests.Capacity;

/// <summary>https://docs.aws.amazon.com/AmazonECS/latest/APIReference/ECS_Idempotency.html.</summary>
public sealed class ClientTokenTests
{
    private readonly TestCloud _cloud = new CapacityCloud().Cloud;

    [Fact]
    public void A_task_that_is_run_again_with_its_client_token_is_the_first_one()
    {
        var first = Run("once");
        _cloud.Advance(TimeSpan.FromMinutes(5));

        var again = Run("once");

        Arns(again).ShouldBe(Arns(first));
        again["tasks"]![0]!["lastStatus"]!.GetValue<string>().ShouldBe("RUNNING");
        Arns(Run("another")).ShouldNotBe(Arns(first));
    }

    [Fact]
    public void A_client_token_serves_one_request_alone()
    {
        var first = Run("once");

        var refusal = _cloud.Refused("ecs", "RunTask", Request("once", count: 2));

        refusal.Code.ShouldBe("ConflictException");
        refusal.Members!["resourceIds"]!.AsArray().Select(arn => (string)arn!).ShouldBe(Arns(first));
    }

    [Fact]
    public void A_client_token_is_forgotten_an_hour_after_its_task_stopped_and_at_the_latest_after_a_day()
    {
        var stopped = Arns(Run("stopped"));
        var running = Arns(Run("running"));
        _cloud.Call("ecs", "StopTask", new() { ["cluster"] = "shop", ["task"] = stopped[0] });

        _cloud.Advance(TimeSpan.FromHours(2));
        Arns(Run("stopped")).ShouldNotBe(stopped);
        Arns(Run("running")).ShouldBe(running);

        _cloud.Advance(TimeSpan.FromHours(23));
        Arns(Run("running")).ShouldNotBe(running);
    }

    [Fact]
    public void A_service_that_is_created_again_with_its_client_token_is_given_as_it_is()
    {
        JsonObject Asked(string token) => new()
        {
            ["cluster"] = "shop", ["serviceName"] = "jobs", ["taskDefinition"] = "web", ["desiredCount"] = 1, ["clientToken"] = token,
            ["networkConfiguration"] = CapacityCloud.Network("subnet-1"),
        };
        var made = _cloud.Call("ecs", "CreateService", Asked("t"))["service"]!["serviceArn"]!.GetValue<string>();

        _cloud.Call("ecs", "CreateService", Asked("t"))["service"]!["serviceArn"]!.GetValue<string>().ShouldBe(made);
        _cloud.Refused("ecs", "CreateService", Asked("u")).Message.ShouldBe("Creation of service was not idempotent.");
    }

    private JsonObject Run(string token) => _cloud.Call("ecs", "RunTask", Request(token, count: 1));

    private static JsonObject Request(string token, int count) => new()
    {
        ["cluster"] = "shop", ["taskDefinition"] = "web", ["count"] = count, ["clientToken"] = token,
        ["networkConfiguration"] = CapacityCloud.Network("subnet-1"),
    };

    private static string[] Arns(JsonObject answer) => [.. answer["tasks"]!.AsArray().Select(task => (string)task!["taskArn"]!)];
}
