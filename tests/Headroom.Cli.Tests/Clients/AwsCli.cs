using Headroom.Cli.Commands;

namespace Headroom.Cli.Tests.Clients;

/// <summary>The AWS CLI in a script, pointed at a stack as <c>headroom env</c> points it.</summary>
internal static class AwsCli
{
    // A CLI too old to know AWS_ENDPOINT_URL (before 2.13 and 1.29) gets the endpoint as an option.
    private const string OldClis = """
        if ! aws sts get-caller-identity --cli-read-timeout 5 --cli-connect-timeout 5 >/dev/null 2>&1; then
          aws() { command aws --endpoint-url "$AWS_ENDPOINT_URL" "$@"; }
        fi
        """;

    /// <summary>The lines a script begins with.</summary>
    public static string Environment(RunningStack stack) =>
        string.Join('\n', LocalEnvironment.Exports(new Uri(stack.Settings.Endpoint).Port, stack.Settings.Region)) + "\n" + OldClis;
}
