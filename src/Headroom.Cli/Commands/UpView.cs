using System.Text.Json.Nodes;
using Headroom.Cli.Assemblies;
using Headroom.Cloud;

namespace Headroom.Cli.Commands;

/// <summary>What <c>headroom up</c> says.</summary>
internal sealed class UpView(bool json)
{
    internal void Started(CloudSettings settings) =>
        Say("Started", $"The embedded cloud listens on {settings.Endpoint} (account {settings.AccountId}, {settings.Region}).", settings);

    internal void Progress(string line)
    {
        if (!json)
        {
            Console.WriteLine($"  {line}");
        }
    }

    internal void Deployed(IReadOnlyList<DeployedStack> stacks)
    {
        foreach (var stack in stacks)
        {
            if (json)
            {
                Console.WriteLine(new JsonObject { ["event"] = "Deployed", ["stack"] = stack.Name, ["status"] = stack.Status }.ToJsonString());
            }
            else
            {
                DeploymentView.Show(stack);
            }
        }
    }

    internal void Ready(CloudSettings settings, string? dataDirectory)
    {
        var port = new Uri(settings.Endpoint).Port;
        var options = port == PortOption.Usual ? "" : $" --port {port}";
        options += settings.Region == "us-east-1" ? "" : $" --region {settings.Region}";
        Say("Ready", $"""
            Ready. In another terminal:

                eval "$(headroom env{options})"

            Ctrl+C ends it; {(dataDirectory is null ? "nothing is kept" : $"everything is kept in {dataDirectory}")}.
            """, settings);
    }

    internal void Stopped() => Say("Stopped", "Stopped.", null);

    private void Say(string name, string text, CloudSettings? settings)
    {
        if (!json)
        {
            Console.WriteLine(text);
            return;
        }

        var line = new JsonObject { ["event"] = name };
        if (settings is not null)
        {
            line["endpoint"] = settings.Endpoint;
            line["region"] = settings.Region;
            line["accountId"] = settings.AccountId;
        }

        Console.WriteLine(line.ToJsonString());
    }
}
