using System.Text.Json.Nodes;
using Headroom.Cli.Output;

namespace Headroom.Cli.Assemblies;

/// <summary>What <c>cdk synth</c> writes: stacks with their templates, and the files that they need.</summary>
/// <param name="Directory">Where it lies.</param>
/// <param name="Stacks">Its stacks and its stages', each after those that it depends on.</param>
internal sealed record CloudAssembly(string Directory, IReadOnlyList<AssemblyStack> Stacks)
{
    /// <summary>Reads <c>manifest.json</c>, and the assemblies of stages and the asset manifests that it names.</summary>
    /// <exception cref="CommandFailure">It is no cloud assembly.</exception>
    internal static CloudAssembly Read(string directory)
    {
        var path = Path.Combine(directory, "manifest.json");
        if (!File.Exists(path))
        {
            throw new CommandFailure($"{directory} is no cloud assembly: it has no manifest.json. Make one with `npx cdk synth`, or leave the argument out to deploy Headroom's own.");
        }

        var stacks = ReadStacks(directory, path);
        return stacks.Count > 0 ? new(directory, stacks) : throw new CommandFailure($"{path} has no stack.");
    }

    private static List<AssemblyStack> ReadStacks(string directory, string manifest)
    {
        var artifacts = JsonNode.Parse(File.ReadAllText(manifest))?["artifacts"]?.AsObject()
            ?? throw new CommandFailure($"{manifest} names no artifacts.");
        var stacks = new List<AssemblyStack>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (id, _) in artifacts)
        {
            Visit(id);
        }

        return stacks;

        // The manifest has them in the order in which the app made them; a stack may import what one made later exports.
        void Visit(string id)
        {
            if (!seen.Add(id) || artifacts[id] is not JsonObject artifact)
            {
                return;
            }

            foreach (var dependency in artifact["dependencies"]?.AsArray() ?? [])
            {
                Visit((string)dependency!);
            }

            switch ((string?)artifact["type"])
            {
                case "aws:cloudformation:stack":
                    stacks.Add(Stack(directory, id, artifact, artifacts));
                    break;
                case "cdk:cloud-assembly":
                    var stage = Path.Combine(directory, (string)artifact["properties"]!["directoryName"]!);
                    stacks.AddRange(ReadStacks(stage, Path.Combine(stage, "manifest.json")));
                    break;
            }
        }
    }

    private static AssemblyStack Stack(string directory, string id, JsonObject artifact, JsonObject artifacts)
    {
        var properties = artifact["properties"]!.AsObject();
        var assets = (artifact["dependencies"]?.AsArray() ?? [])
            .Select(dependency => artifacts[(string)dependency!])
            .Where(dependency => (string?)dependency?["type"] == "cdk:asset-manifest")
            .SelectMany(dependency => AssemblyAsset.ReadAll(directory, Path.Combine(directory, (string)dependency!["properties"]!["file"]!)))
            .ToList();
        return new(
            (string?)properties["stackName"] ?? id,
            (string?)artifact["environment"] ?? "",
            Path.Combine(directory, (string)properties["templateFile"]!),
            (string?)properties["stackTemplateAssetObjectUrl"],
            (string?)properties["cloudFormationExecutionRoleArn"],
            assets);
    }
}

/// <summary>One stack of an assembly. Texts may hold <c>${AWS::AccountId}</c> and the like.</summary>
/// <param name="Name">The stack's name.</param>
/// <param name="Environment">Where it is to go, <c>aws://ACCOUNT/REGION</c>; either may be <c>unknown-…</c>: anywhere.</param>
/// <param name="TemplateFile">Path of its template.</param>
/// <param name="TemplateUrl">Where the template is published as an asset (<c>s3://bucket/key</c>), or null.</param>
/// <param name="ExecutionRoleArn">The role that CloudFormation acts as, or null: the caller.</param>
/// <param name="Assets">The files that it needs.</param>
internal sealed record AssemblyStack(string Name, string Environment, string TemplateFile, string? TemplateUrl, string? ExecutionRoleArn, IReadOnlyList<AssemblyAsset> Assets);
