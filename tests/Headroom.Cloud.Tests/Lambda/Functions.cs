using System.IO.Compression;
using System.Text;
using System.Text.Json.Nodes;

namespace Headroom.Cloud.Tests.Lambda;

/// <summary>Functions for tests: their packages, and how they are made and asked.</summary>
internal static class Functions
{
    internal const string Role = "arn:aws:iam::123456789012:role/function-role";

    private const string TrustsLambda = """{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"Service":"lambda.amazonaws.com"},"Action":"sts:AssumeRole"}]}""";

    /// <summary>A deployment package of files that may be executed.</summary>
    internal static byte[] Zip(params (string Name, string Text)[] files)
    {
        var bytes = new MemoryStream();
        using (var archive = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, text) in files)
            {
                var entry = archive.CreateEntry(name);
                entry.ExternalAttributes = Convert.ToInt32("100755", 8) << 16;
                using var stream = entry.Open();
                stream.Write(Encoding.UTF8.GetBytes(text));
            }
        }

        return bytes.ToArray();
    }

    /// <summary>Makes a function whose role may do everything; further members of the request may be given.</summary>
    internal static void Create(this TestCloud cloud, string name, JsonObject? more = null, byte[]? zip = null)
    {
        cloud.Try("iam", "CreateRole", new() { ["RoleName"] = "function-role", ["AssumeRolePolicyDocument"] = TrustsLambda });
        cloud.Call("iam", "AttachRolePolicy", new() { ["RoleName"] = "function-role", ["PolicyArn"] = "arn:aws:iam::aws:policy/AdministratorAccess" });
        var request = new JsonObject
        {
            ["FunctionName"] = name,
            ["Runtime"] = "provided.al2023",
            ["Handler"] = "bootstrap",
            ["Role"] = Role,
            ["Code"] = new JsonObject { ["ZipFile"] = Convert.ToBase64String(zip ?? Zip(("bootstrap", "#!/bin/sh\n"))) },
        };
        foreach (var (member, value) in more ?? [])
        {
            request[member] = value?.DeepClone();
        }

        cloud.Call("lambda", "CreateFunction", request);
    }

    internal static JsonObject Invocation(string name, string payload, string type = "RequestResponse") => new()
    {
        ["FunctionName"] = name,
        ["InvocationType"] = type,
        ["Payload"] = Convert.ToBase64String(Encoding.UTF8.GetBytes(payload)),
    };

    internal static string Payload(JsonObject response) => Encoding.UTF8.GetString(Convert.FromBase64String((string)response["Payload"]!));
}
