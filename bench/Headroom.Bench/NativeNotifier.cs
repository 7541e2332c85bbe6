using System.Diagnostics;

namespace Headroom.Bench;

/// <summary>The Notifier as it is deployed to AWS: published as one native binary.</summary>
internal static class NativeNotifier
{
    /// <summary>Publishes it (half a minute) and gives the folder with nothing but <c>bootstrap</c>.</summary>
    internal static string Folder()
    {
        var folder = Directory.CreateTempSubdirectory("headroom-bench-").FullName;
        var project = Path.Combine(SharedFolder.Root(), "src", "Headroom.Notifier");
        var start = new ProcessStartInfo("dotnet") { UseShellExecute = false, RedirectStandardOutput = true };
        foreach (var argument in (string[])["publish", project, "-c", "Release", "-r", "linux-x64", "-p:PublishAot=true", "--artifacts-path", Path.Combine(folder, "build"), "-o", Path.Combine(folder, "published")])
        {
            start.ArgumentList.Add(argument);
        }

        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException($"publishing the Notifier failed: {output}");
        }

        var alone = Directory.CreateDirectory(Path.Combine(folder, "alone")).FullName;
        File.Copy(Path.Combine(folder, "published", "bootstrap"), Path.Combine(alone, "bootstrap"));
        return alone;
    }
}
