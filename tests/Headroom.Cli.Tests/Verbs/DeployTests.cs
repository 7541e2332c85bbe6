using System.Text.Json.Nodes;
using Headroom.Cli.Assemblies;
using Headroom.Cloud;

namespace Headroom.Cli.Tests.Verbs;

/// <summary><c>headroom deploy</c> with assemblies that an app of somebody's own makes.</summary>
public sealed class DeployTests : IDisposable
{
    private readonly string _assembly = Directory.CreateTempSubdirectory("headroom-assembly").FullName;

    [Fact]
    public void A_stack_comes_after_those_that_it_depends_on()
    {
        WriteManifest(_assembly, Stack("api", "cluster"), Stack("cluster"), Stack("web", "api"));

        CloudAssembly.Read(_assembly).Stacks.Select(stack => stack.Name).ShouldBe(["cluster", "api", "web"]);
    }

    [Fact]
    public void The_stacks_of_a_stage_are_deployed_too()
    {
        WriteManifest(_assembly, Stack("pipeline"), ("assembly-Prod", new() { ["type"] = "cdk:cloud-assembly", ["properties"] = new JsonObject { ["directoryName"] = "assembly-Prod" } }));
        WriteManifest(Path.Combine(_assembly, "assembly-Prod"), Stack("shop"));

        var stacks = CloudAssembly.Read(_assembly).Stacks;

        stacks.Select(stack => stack.Name).ShouldBe(["pipeline", "shop"]);
        stacks[1].TemplateFile.ShouldBe(Path.Combine(_assembly, "assembly-Prod", "shop.template.json"));
    }

    [Fact]
    public async Task A_stack_that_is_there_is_told_even_if_the_next_one_fails()
    {
        WriteManifest(_assembly, Stack("good"), Stack("bad", "good"));
        WriteTemplate("good", """{ "Topic": { "Type": "AWS::SNS::Topic" } }""");
        WriteTemplate("bad", """
            { "Wrong": { "Type": "AWS::SNS::Topic", "Properties": { "TopicName": "no name" } }, "Other": { "Type": "AWS::EC2::VPC" } }
            """);

        var deployed = await DeployAsync();

        deployed.ExitCode.ShouldBe(1);
        ((string?)JsonNode.Parse(deployed.Output)!["name"]).ShouldBe("good");
        deployed.Errors.ShouldContain("Stack bad ended in ROLLBACK_COMPLETE: Wrong (AWS::SNS::Topic)");
        deployed.Errors.ShouldNotContain("cancelled");
    }

    [Theory]
    [InlineData("aws://999999999999/unknown-region")]
    [InlineData("aws://unknown-account/eu-west-1")]
    public async Task A_stack_for_another_account_or_Region_is_not_deployed(string environment)
    {
        var (id, stack) = Stack("elsewhere");
        stack["environment"] = environment;
        WriteManifest(_assembly, Stack("here"), (id, stack));
        WriteTemplate("here", """{ "Topic": { "Type": "AWS::SNS::Topic" } }""");

        var deployed = await DeployAsync();

        deployed.ExitCode.ShouldBe(1);
        deployed.Output.ShouldBe("");
        deployed.Errors.ShouldContain("Stack elsewhere is for account");
        deployed.Errors.ShouldContain("but this is 123456789012 in us-east-1");
    }

    public void Dispose() => Directory.Delete(_assembly, recursive: true);

    private async Task<Verb> DeployAsync()
    {
        await using var cloud = await EmbeddedCloud.StartAsync(new() { Port = 0, Speed = 20 });
        return await Verb.RunAsync("deploy", _assembly, "--json", "--endpoint-url", cloud.Settings.Endpoint);
    }

    private static (string Id, JsonObject Artifact) Stack(string name, params string[] dependencies) => (name, new()
    {
        ["type"] = "aws:cloudformation:stack",
        ["environment"] = "aws://unknown-account/unknown-region",
        ["properties"] = new JsonObject { ["templateFile"] = $"{name}.template.json" },
        ["dependencies"] = new JsonArray([.. dependencies.Select(dependency => JsonValue.Create(dependency))]),
    });

    private static void WriteManifest(string folder, params (string Id, JsonObject Artifact)[] artifacts)
    {
        Directory.CreateDirectory(folder);
        var manifest = new JsonObject { ["artifacts"] = new JsonObject(artifacts.Select(artifact => KeyValuePair.Create(artifact.Id, (JsonNode?)artifact.Artifact))) };
        File.WriteAllText(Path.Combine(folder, "manifest.json"), manifest.ToJsonString());
    }

    private void WriteTemplate(string name, string resources) =>
        File.WriteAllText(Path.Combine(_assembly, $"{name}.template.json"), $$"""{ "Resources": {{resources}} }""");
}
