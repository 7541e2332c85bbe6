using System.Text.Json.Nodes;
using Amazon.CDK;
using Amazon.CDK.AWS.Lambda;
using Headroom.Infrastructure.Publishing;

namespace Headroom.Infrastructure.Tests;

/// <summary>Synthesizes with a stand-in for the Notifier's binary: the asset is named by the sources, so its content does not matter.</summary>
internal static class Synthesis
{
    /// <summary>The cloud assembly of the stack <c>infra</c>, written to <paramref name="directory"/>.</summary>
    internal static void OfInfra(string directory) =>
        InfraApp.Create(NotifierAsset.Code(NotifierSources.InRepository(), Architecture.X86_64, StandIn()), directory).Synth();

    /// <summary>The template of a stack with nothing in it but what <paramref name="build"/> adds.</summary>
    internal static JsonObject Of(Action<Stack, Code> build)
    {
        Node.Require();
        var directory = Directory.CreateTempSubdirectory("headroom-synthesis-");
        try
        {
            var app = new App(new AppProps { Outdir = directory.FullName, AnalyticsReporting = false });
            build(new Stack(app, "stack"), NotifierCode());
            app.Synth();
            return JsonNode.Parse(File.ReadAllText(Path.Combine(directory.FullName, "stack.template.json")))!.AsObject();
        }
        finally
        {
            directory.Delete(recursive: true);
        }
    }

    /// <summary>The stand-in's code; each stack needs its own.</summary>
    internal static Code NotifierCode() => Code.FromAsset(StandIn());

    private static string StandIn()
    {
        var directory = Path.Combine(AppContext.BaseDirectory, "notifier-stand-in");
        Directory.CreateDirectory(directory);
        File.WriteAllText(Path.Combine(directory, "bootstrap"), "");
        return directory;
    }
}
