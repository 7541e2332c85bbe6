using System.Diagnostics;
using Amazon.CDK.AWS.Lambda;

namespace Headroom.Infrastructure.Publishing;

/// <summary>Publishes the Notifier as a native executable, once for each state of its sources.</summary>
public static class NotifierPublisher
{
    /// <summary>Names a directory with a published <c>bootstrap</c>, to be used in place of publishing one.</summary>
    public const string DirectoryVariable = "HEADROOM_NOTIFIER_DIRECTORY";

    /// <summary>The directory with the executable <c>bootstrap</c> and nothing else.</summary>
    /// <exception cref="InvalidOperationException">Publishing failed; the message ends with the compiler's last lines.</exception>
    public static string Publish(NotifierSources sources, Architecture architecture)
    {
        if (Environment.GetEnvironmentVariable(DirectoryVariable) is { Length: > 0 } given)
        {
            return given;
        }

        var published = Path.Combine(sources.RepositoryRoot, "out", "notifier", $"{architecture.Name}-{sources.Hash(architecture.Name)[..16]}");
        if (!File.Exists(Path.Combine(published, "bootstrap")))
        {
            // Into a directory beside it first: a publish that is interrupted leaves nothing that looks complete.
            var unfinished = $"{published}.unfinished";
            Run("dotnet", "publish", sources.Project, "-c", "Release", "-r", RuntimeIdentifier(architecture), "-p:PublishAot=true", "-o", unfinished);
            Directory.CreateDirectory(published);
            File.Move(Path.Combine(unfinished, "bootstrap"), Path.Combine(published, "bootstrap"));
            Directory.Delete(unfinished, recursive: true);
        }

        return published;
    }

    private static string RuntimeIdentifier(Architecture architecture) => architecture.Name == "arm64" ? "linux-arm64" : "linux-x64";

    private static void Run(string program, params string[] arguments)
    {
        // To standard error: standard output is the CDK CLI's.
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, UseShellExecute = false })
            ?? throw new InvalidOperationException($"{program} did not start.");
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        if (process.ExitCode != 0)
        {
            var lastLines = string.Join('\n', output.Split('\n').TakeLast(20));
            throw new InvalidOperationException($"{program} {string.Join(' ', arguments)} ended with {process.ExitCode}:\n{lastLines}");
        }
    }
}
