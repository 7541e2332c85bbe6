using System.Text.Json.Nodes;
using Headroom.Cli.Output;

namespace Headroom.Cli.Assemblies;

/// <summary>A file (or a folder, published as a zip) that goes to S3 before the stack can be made.</summary>
/// <param name="Source">Path of the file or folder.</param>
/// <param name="IsZip">Whether a folder is zipped.</param>
/// <param name="Bucket">Name of the bucket; may hold <c>${AWS::AccountId}</c> and the like.</param>
/// <param name="Key">The object's key.</param>
internal sealed record AssemblyAsset(string Source, bool IsZip, string Bucket, string Key)
{
    internal static IEnumerable<AssemblyAsset> ReadAll(string directory, string manifest)
    {
        var files = JsonNode.Parse(File.ReadAllText(manifest))?["files"]?.AsObject() ?? throw new CommandFailure($"{manifest} lists no files.");
        foreach (var (id, file) in files)
        {
            var source = file!["source"] ?? throw new CommandFailure($"Asset {id} in {manifest} has no source.");
            var path = (string?)source["path"]
                ?? throw new CommandFailure($"Asset {id} in {manifest} is made by a command; synthesize it into a folder first.");
            foreach (var (_, destination) in file["destinations"]!.AsObject())
            {
                yield return new(
                    Path.Combine(directory, path),
                    (string?)source["packaging"] == "zip",
                    (string)destination!["bucketName"]!,
                    (string)destination["objectKey"]!);
            }
        }
    }
}
