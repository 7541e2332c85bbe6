using System.IO.Compression;
using System.Text.Json.Nodes;

namespace Headroom.Cloud.Tests;

/// <summary>Cloud assemblies on this machine: the project's own, and the sample's beside the repository.</summary>
internal static class Assemblies
{
    private const string Bucket = "cdk-hnb659fds-assets-123456789012-us-east-1";

    /// <summary>The project's own.</summary>
    internal static string Own => Path.Combine(Root(), "src", "Headroom.Infrastructure", "assembly");

    /// <summary>The sample's. Skips the test where it is absent, or fails it on CI.</summary>
    internal static string Sample()
    {
        var folder = Path.Combine(Directory.GetParent(Root())!.FullName, "shared", "sample", "cloud-assembly");
        if (!Directory.Exists(folder) && Environment.GetEnvironmentVariable("CI") == "true")
        {
            Assert.Fail("../shared/sample is not here: the sample is not deployed");
        }

        Assert.SkipUnless(Directory.Exists(folder), "../shared/sample is not here: the sample is not deployed");
        return folder;
    }

    /// <summary>Puts an assembly's assets where the CDK puts them; a folder that was not built stands as an empty function.</summary>
    /// <returns>The URL of the template.</returns>
    internal static string Publish(TestCloud cloud, string assembly)
    {
        var files = JsonNode.Parse(File.ReadAllText(Path.Combine(assembly, "infra.assets.json")))!["files"]!.AsObject();
        foreach (var (hash, asset) in files)
        {
            var source = Path.Combine(assembly, asset!["source"]!["path"]!.GetValue<string>());
            var isZip = asset["source"]!["packaging"]!.GetValue<string>() == "zip";
            Put(cloud, hash + (isZip ? ".zip" : ".json"), isZip ? Zip(source) : File.ReadAllBytes(source));
        }

        var template = files.Single(file => file.Value!["source"]!["packaging"]!.GetValue<string>() == "file").Key;
        return $"{cloud.Settings.Endpoint}/{Bucket}/{template}.json";
    }

    private static void Put(TestCloud cloud, string key, byte[] content) =>
        cloud.Call("s3", "PutObject", new() { ["Bucket"] = Bucket, ["Key"] = key, ["Body"] = Convert.ToBase64String(content) });

    private static byte[] Zip(string folder)
    {
        using var bytes = new MemoryStream();
        using (var archive = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            var files = Directory.Exists(folder) ? Directory.GetFiles(folder) : [];
            foreach (var file in files)
            {
                archive.CreateEntryFromFile(file, Path.GetFileName(file));
            }

            if (files.Length == 0)
            {
                archive.CreateEntry("bootstrap");
            }
        }

        return bytes.ToArray();
    }

    /// <summary>The repository.</summary>
    internal static string Root()
    {
        var at = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(at!.FullName, "Headroom.slnx")))
        {
            at = at.Parent;
        }

        return at.FullName;
    }
}
