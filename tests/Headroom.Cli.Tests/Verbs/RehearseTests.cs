using System.Text.Json.Nodes;
using Headroom.Cli.Assemblies;

namespace Headroom.Cli.Tests.Verbs;

/// <summary><c>headroom rehearse</c>: whole rehearsals on clouds of their own.</summary>
public sealed class RehearseTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("headroom-rehearsal").FullName;

    [Fact]
    public async Task The_example_drops_nothing_with_the_hold_and_thousands_without()
    {
        var report = Path.Combine(_folder, "report.html");

        var verb = await Verb.RunAsync("rehearse", "--json", "--report", report);

        verb.ExitCode.ShouldBe(0, verb.Errors);
        var result = JsonNode.Parse(verb.Output)!;
        ((string)result["service"]!).ShouldBe("ecs-scaling-example/service_1");
        ((double)result["withHold"]!["dropped"]!).ShouldBe(0);
        ((double)result["withHold"]!["mostTasks"]!).ShouldBe(5);
        ((double)result["withHold"]!["resumedAfterSeconds"]!).ShouldBeInRange(1790, 1830);
        ((double)result["withoutHold"]!["dropped"]!).ShouldBeGreaterThan(1000);
        ((double)result["withoutHold"]!["requests"]!).ShouldBe((double)result["withHold"]!["requests"]!, 5);
        result["findings"]!.AsArray().Select(finding => (string)finding!["kind"]!).ShouldBe(["HoldHelps"]);
        (await File.ReadAllTextAsync(report)).ShouldContain("No request is dropped with the hold");
    }

    [Fact]
    public async Task A_hold_that_comes_too_late_for_the_service_of_the_plan_ends_with_exit_code_1_and_says_when_to_publish()
    {
        var plan = Plan("""
            {
              "service": { "minCapacity": 2, "maxCapacity": 8, "cpu": 512, "memory": 1024, "targetCpuPercent": 60 },
              "load": { "requestsPerSecond": 30, "cpuMillisecondsPerRequest": 10 },
              "push": { "audience": 300000, "after": "PT30S", "medianMinutes": 6, "watchFor": "PT20M" },
            }
            """);

        var verb = await Verb.RunAsync("rehearse", plan);

        verb.ExitCode.ShouldBe(1, verb.Errors);
        verb.Output.ShouldSatisfyAllConditions(
            text => text.ShouldStartWith("A push to 300,000 people, rehearsed on ecs-scaling-example/service_1"),
            text => text.ShouldContain("tasks, at the most                   8"),
            text => text.ShouldContain("Publish the notification "));
    }

    [Fact]
    public async Task A_stack_of_ones_own_is_rehearsed_in_its_account_and_Region()
    {
        var assembly = OwnAssembly("aws://999999999999/eu-west-1");
        var plan = Plan("""{ "push": { "audience": 100, "watchFor": "PT5M" }, "notification": { "holdFor": "PT2M", "services": ["ecs-scaling-example/service_1"] } }""");

        var verb = await Verb.RunAsync("rehearse", plan, "--assembly", assembly, "--json");

        verb.ExitCode.ShouldBe(0, verb.Errors);
        JsonNode.Parse(verb.Output)!["findings"]!.AsArray().Select(finding => (string)finding!["kind"]!).ShouldContain("NotNeeded");
        verb.Errors.ShouldContain("Kept as records only, without effect here: AWS::");
    }

    [Theory]
    [InlineData("""{ "push": { "audience": -1 } }""", "is no plan: push.audience is -1; it must be above 0.")]
    [InlineData("""{ "push": { "audience": 1 }, "notification": { "holdFor": "PT9H" } }""", "Not published, because it would be refused. holdFor")]
    [InlineData("""{ "push": { "audience": 1 }, "service": { "name": "shop/web" } }""", "service.name: shop/web is no scalable ECS service of the stack; there are ecs-scaling-example/service_1.")]
    public async Task What_cannot_be_rehearsed_is_said_in_one_line(string plan, string said)
    {
        var verb = await Verb.RunAsync("rehearse", Plan(plan));

        verb.ExitCode.ShouldBe(1);
        verb.Errors.ShouldContain(said);
        verb.Output.ShouldBe("");
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private string Plan(string json)
    {
        var file = Path.Combine(_folder, "plan.json");
        File.WriteAllText(file, json);
        return file;
    }

    /// <summary>What a synthesis of the example for one place would have written, with the build's Notifier as its asset.</summary>
    private string OwnAssembly(string environment)
    {
        var folder = Path.Combine(_folder, "cdk.out");
        Directory.CreateDirectory(folder);
        foreach (var file in Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "assembly")))
        {
            File.Copy(file, Path.Combine(folder, Path.GetFileName(file)));
        }

        var manifest = Path.Combine(folder, "manifest.json");
        var json = JsonNode.Parse(File.ReadAllText(manifest))!;
        json["artifacts"]!["infra"]!["environment"] = environment;
        File.WriteAllText(manifest, json.ToJsonString());
        var notifier = CloudAssembly.Read(folder).Stacks.Single().Assets.Single(asset => asset.IsZip).Source;
        Directory.CreateDirectory(notifier);
        foreach (var file in Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "notifier")))
        {
            File.Copy(file, Path.Combine(notifier, Path.GetFileName(file)));
        }

        return folder;
    }
}
