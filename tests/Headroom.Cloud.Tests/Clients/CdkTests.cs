using System.Diagnostics;

namespace Headroom.Cloud.Tests.Clients;

/// <summary>The unmodified CDK CLI, as a process, against a started cloud.</summary>
public sealed class CdkTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    [Fact]
    public async Task The_CDK_CLI_bootstraps_deploys_compares_and_destroys()
    {
        var cdk = Cdk();
        using var assembly = new CopiedAssembly(Assemblies.Sample());
        await using var cloud = await EmbeddedCloud.StartAsync(new() { Port = 0, Speed = 20 });

        (await RunAsync(cdk, cloud, "bootstrap", $"aws://{cloud.Settings.AccountId}/{cloud.Settings.Region}")).ShouldContain("bootstrapped");
        (await RunAsync(cdk, cloud, "deploy", "--app", assembly.Path, "--require-approval", "never")).ShouldContain("infra.ServiceLoadBalancerDNS");
        (await RunAsync(cdk, cloud, "diff", "--app", assembly.Path)).ShouldContain("There were no differences");
        (await RunAsync(cdk, cloud, "deploy", "--app", assembly.Path, "--require-approval", "never")).ShouldContain("(no changes)");
        (await RunAsync(cdk, cloud, "destroy", "--force", "--app", assembly.Path)).ShouldContain("destroyed");
    }

    [Fact]
    public async Task The_CDK_CLI_takes_an_update_back_that_failed_and_was_left_as_it_was()
    {
        var cdk = Cdk();
        using var assembly = new SmallAssembly("/first");
        await using var cloud = await EmbeddedCloud.StartAsync(new() { Port = 0, Speed = 20 });
        string[] deploy = ["deploy", "--app", assembly.Path, "--require-approval", "never", "--no-rollback"];
        await RunAsync(cdk, cloud, deploy);

        // The bootstrapped account has a parameter of this name already.
        assembly.Write("/cdk-bootstrap/hnb659fds/version");
        (await FailAsync(cdk, cloud, deploy)).ShouldContain("UPDATE_FAILED");
        (await RunAsync(cdk, cloud, "rollback", "--app", assembly.Path)).ShouldContain("Rollback time");

        assembly.Write("/first");
        (await RunAsync(cdk, cloud, deploy)).ShouldContain("(no changes)");
    }

    private static string Cdk()
    {
        Programs.Require("node");
        var cdk = Path.Combine(Assemblies.Root(), "node_modules", "aws-cdk", "bin", "cdk");
        Programs.Require(File.Exists(cdk), "node_modules is not here (`npm ci` installs the CDK CLI)");
        return cdk;
    }

    private static async Task<string> RunAsync(string cdk, EmbeddedCloud cloud, params string[] arguments)
    {
        var ended = await EndAsync(cdk, cloud, arguments);
        return ended.Succeeded() + ended.Errors;
    }

    private static async Task<string> FailAsync(string cdk, EmbeddedCloud cloud, params string[] arguments)
    {
        var ended = await EndAsync(cdk, cloud, arguments);
        ended.ExitCode.ShouldNotBe(0);
        return ended.Output + ended.Errors;
    }

    private static async Task<EndedProgram> EndAsync(string cdk, EmbeddedCloud cloud, string[] arguments)
    {
        var home = Directory.CreateTempSubdirectory("headroom-cdk");
        try
        {
            var start = new ProcessStartInfo("node", [cdk, .. arguments, "--no-notices", "--ci", "--output", home.FullName])
            {
                Environment =
                {
                    ["AWS_ENDPOINT_URL"] = cloud.Settings.Endpoint,
                    ["AWS_ACCESS_KEY_ID"] = "test",
                    ["AWS_SECRET_ACCESS_KEY"] = "test",
                    ["AWS_REGION"] = cloud.Settings.Region,
                    ["AWS_EC2_METADATA_DISABLED"] = "true",
                    ["CDK_DISABLE_VERSION_CHECK"] = "1",
                    ["CDK_DISABLE_CLI_TELEMETRY"] = "true",
                    ["CDK_HOME"] = home.FullName,
                },
            };
            return await Programs.RunAsync(start, Patience);
        }
        finally
        {
            home.Delete(recursive: true);
        }
    }

    /// <summary>An assembly of one stack with one parameter.</summary>
    private sealed class SmallAssembly : IDisposable
    {
        public SmallAssembly(string parameter)
        {
            Path = Directory.CreateTempSubdirectory("headroom-assembly").FullName;
            File.WriteAllText(System.IO.Path.Combine(Path, "manifest.json"), """
                {"version":"36.0.0","artifacts":{"small":{"type":"aws:cloudformation:stack","environment":"aws://123456789012/us-east-1","properties":{"templateFile":"small.template.json"}}}}
                """);
            Write(parameter);
        }

        public string Path { get; }

        public void Write(string parameter) => File.WriteAllText(System.IO.Path.Combine(Path, "small.template.json"), $$"""
            { "Resources": { "Parameter": { "Type": "AWS::SSM::Parameter", "Properties": { "Name": "{{parameter}}", "Type": "String", "Value": "one" } } } }
            """);

        public void Dispose() => Directory.Delete(Path, recursive: true);
    }

    /// <summary>The CDK CLI keeps the zips that it makes inside the assembly; the original is not ours to write to.</summary>
    private sealed class CopiedAssembly : IDisposable
    {
        public CopiedAssembly(string original)
        {
            Path = Directory.CreateTempSubdirectory("headroom-assembly").FullName;
            foreach (var file in Directory.EnumerateFiles(original, "*", SearchOption.AllDirectories))
            {
                var copy = System.IO.Path.Combine(Path, System.IO.Path.GetRelativePath(original, file));
                Directory.CreateDirectory(System.IO.Path.GetDirectoryName(copy)!);
                File.WriteAllBytes(copy, File.ReadAllBytes(file));
            }
        }

        public string Path { get; }

        public void Dispose() => Directory.Delete(Path, recursive: true);
    }
}
