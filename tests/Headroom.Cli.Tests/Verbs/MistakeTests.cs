namespace Headroom.Cli.Tests.Verbs;

/// <summary>What people mistype or have not set up: an exit code, and one line that says what to do.</summary>
public sealed class MistakeTests
{
    [Theory]
    [InlineData("Unrecognized command or argument 'hold'", "hold")]
    [InlineData("Cannot parse argument 'fast' for option '--speed'", "up", "--speed", "fast")]
    [InlineData("Cannot parse argument 'many' for option '--runs'", "simulate", "--runs", "many")]
    [InlineData("--runs is at least 1", "simulate", "--runs", "0")]
    [InlineData("--region  is no AWS Region such as us-east-1", "status", "--region", "")]
    [InlineData("--region us-east is no AWS Region such as us-east-1", "up", "--region", "us-east")]
    [InlineData("--region us-east-1; ls is no AWS Region such as us-east-1", "env", "--region", "us-east-1; ls")]
    [InlineData("--rps NaN is no number that can be reckoned with", "traffic", "--rps", "NaN")]
    [InlineData("--burst 1e999 is no number that can be reckoned with", "traffic", "--burst", "1e999")]
    public async Task A_command_line_that_cannot_be_read_ends_with_exit_code_2_and_one_line(string said, params string[] arguments)
    {
        var verb = await Verb.RunAsync(arguments);

        verb.ExitCode.ShouldBe(2);
        verb.Errors.ShouldContain(said);
        verb.Errors.TrimEnd().ShouldNotContain('\n');
        verb.Output.ShouldBe("", "standard output is for results, whatever reads it");
    }

    [Theory]
    [InlineData("There are no AWS credentials here", "status")]
    [InlineData("Profile nobody gives no AWS credentials", "status", "--profile", "nobody")]
    [InlineData("The endpoint localhost is no URL such as http://127.0.0.1:4566", "status", "--endpoint-url", "localhost")]
    [InlineData("A local cloud is started with `headroom up`", "status", "--endpoint-url", "http://127.0.0.1:1")]
    [InlineData("--address everywhere is no IP address", "up", "--address", "everywhere")]
    [InlineData("--port 70000 is out of range: 0 to 65535", "up", "--port", "70000")]
    [InlineData("--port 0 is out of range: 1 to 65535", "env", "--port", "0")]
    [InlineData("--data /dev/null/cloud cannot be made a folder", "up", "--port", "0", "--data", "/dev/null/cloud")]
    [InlineData("Port 0 on 203.0.113.1 cannot be listened on", "up", "--address", "203.0.113.1", "--port", "0")]
    [InlineData("No planted fault has 'no such' in its name", "simulate", "--planted", "no such")]
    [InlineData("--daily 5:inf is not of the form LOW:HIGH", "traffic", "--daily", "5:inf")]
    [InlineData("Give either a message or options", "notify", "hello!", "--capacity", "5")]
    [InlineData("Say what to hold: any text", "notify")]
    [InlineData("--service web is not of the form cluster/service", "traffic", "--service", "web")]
    [InlineData("--daily 5-40 is not of the form LOW:HIGH", "traffic", "--daily", "5-40")]
    [InlineData("--peak noon is no time of day", "traffic", "--daily", "5:40", "--peak", "noon")]
    [InlineData("--peak says more about --daily", "traffic", "--peak", "12:00")]
    [InlineData("--open-rate says more about --burst", "traffic", "--rps", "5", "--open-rate", "0.1")]
    [InlineData("--add adds a load: say which", "traffic", "--add")]
    [InlineData("--csv nowhere.csv cannot be read", "traffic", "--csv", "nowhere.csv")]
    public async Task What_cannot_be_done_ends_with_exit_code_1_and_says_what_to_do(string said, params string[] arguments)
    {
        var verb = await Verb.RunAsync(arguments);

        verb.ExitCode.ShouldBe(1);
        verb.Errors.ShouldStartWith("headroom: ");
        verb.Errors.ShouldContain(said);
        verb.Errors.TrimEnd().ShouldNotContain('\n');
    }

    [Fact]
    public async Task A_folder_that_is_no_clouds_is_not_taken_for_a_port_that_is_in_use()
    {
        var folder = Directory.CreateTempSubdirectory("headroom-");
        try
        {
            await File.WriteAllTextAsync(Path.Combine(folder.FullName, "cloud.db"), new string('x', 10_000), TestContext.Current.CancellationToken);

            var verb = await Verb.RunAsync("up", "--port", "0", "--data", folder.FullName);

            verb.ExitCode.ShouldBe(1);
            verb.Errors.ShouldStartWith($"headroom: --data {folder.FullName}: ");
            verb.Errors.ShouldContain("it is damaged, or no cloud has written it: name another folder");
            verb.Errors.ShouldNotContain("Port");
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public async Task The_environment_of_a_local_cloud_needs_no_file_of_another_user()
    {
        var verb = await Verb.RunAsync("env");

        verb.Output.ShouldContain($"headroom-{Environment.UserName}{Path.DirectorySeparatorChar}aws-config-us-east-1'");
    }

    [Fact]
    public async Task Every_verb_shows_examples_in_its_help()
    {
        foreach (var verb in new[] { "demo", "up", "env", "deploy", "notify", "status", "release", "traffic", "simulate" })
        {
            var help = await Verb.RunAsync(verb, "--help");

            help.ExitCode.ShouldBe(0);
            help.Output[help.Output.IndexOf("Examples:", StringComparison.Ordinal)..].ShouldContain($"headroom {verb}");
        }
    }
}
