using System.Runtime.InteropServices;

namespace Headroom.Notifier.Tests.Processes;

/// <summary>Publishes the Notifier once for all tests, into <c>out/</c>, where a second run finds most of the work done.</summary>
public sealed class PublishedNotifier
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);
    private readonly Lazy<Task<string>> path = new(PublishAsync);

    /// <summary>The path of the native <c>bootstrap</c>. Where no native binary can be made, the test is skipped; in CI it fails.</summary>
    public Task<string> PathAsync()
    {
        var folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator);
        var canLink = OperatingSystem.IsLinux() && folders.Any(folder =>
            File.Exists(Path.Combine(folder, "clang")) || File.Exists(Path.Combine(folder, "gcc")));
        Assert.SkipUnless(
            canLink || Environment.GetEnvironmentVariable("CI") == "true",
            "A native binary for Lambda is made on Linux, with clang or gcc.");
        return path.Value;
    }

    private static async Task<string> PublishAsync()
    {
        var root = RepositoryRoot();
        var runtime = $"linux-{RuntimeInformation.OSArchitecture.ToString().ToLowerInvariant()}";
        var folder = Path.Combine(root, "out", "notifier-tests");
        string[] arguments =
        [
            "publish", Path.Combine(root, "src", "Headroom.Notifier"),
            "-c", "Release", "-r", runtime, "-p:PublishAot=true", "--artifacts-path", folder,
            "-nodeReuse:false", "-p:UseSharedCompilation=false", "-v", "quiet", "-nologo",
        ];
        (await Programs.RunAsync(new("dotnet", arguments), Patience)).Succeeded();
        return Path.Combine(folder, "publish", "Headroom.Notifier", $"release_{runtime}", "bootstrap");
    }

    private static string RepositoryRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Headroom.slnx")))
        {
            folder = folder.Parent ?? throw new DirectoryNotFoundException($"No Headroom.slnx above {AppContext.BaseDirectory}");
        }

        return folder.FullName;
    }
}
