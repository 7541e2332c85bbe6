using System.Security.Cryptography;
using Headroom.Cloud.Services.Lambda.Hosting;

namespace Headroom.Cloud.Tests.Lambda;

/// <summary>Several clouds share the machine's temporary directory: rehearsals beside each other, tests beside each other.</summary>
public sealed class UnpackedCodeTests
{
    private const int Rounds = 20;
    private const int FilesInAPackage = 300;

    [Fact]
    public async Task Clouds_that_start_while_others_end_leave_their_packages_to_them()
    {
        var zip = Functions.Zip([.. Enumerable.Range(0, FilesInAPackage).Select(number => ($"module{number}.py", ""))]);
        var order = new EnvironmentOrder("environment", "test", "python3.12", "app.handler", Convert.ToBase64String(SHA256.HashData(zip)), zip, new Dictionary<string, string>());

        await Task.WhenAll(Enumerable.Range(0, 2).Select(_ => Task.Run(() =>
        {
            for (var round = 0; round < Rounds; round++)
            {
                var code = new UnpackedCode();
                Directory.EnumerateFiles(code.DirectoryOf(order)).Count().ShouldBe(FilesInAPackage);
                code.Dispose();
                Directory.Exists(code.Root).ShouldBeFalse();
            }
        })));
    }

    [Fact]
    public void What_a_killed_cloud_left_behind_is_removed_by_the_next()
    {
        var left = Directory.CreateTempSubdirectory("headroom-functions-").FullName;
        Directory.CreateDirectory(Path.Combine(left, "unpacked", "task"));
        File.WriteAllText(Path.Combine(left, "in-use"), "4711\n");

        using var next = new UnpackedCode();

        Directory.Exists(left).ShouldBeFalse();
        Directory.Exists(next.Root).ShouldBeTrue();
    }
}
