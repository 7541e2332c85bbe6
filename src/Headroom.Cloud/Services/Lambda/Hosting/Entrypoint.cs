using System.Diagnostics;

namespace Headroom.Cloud.Services.Lambda.Hosting;

/// <summary>What is started for a function.</summary>
internal abstract record Entrypoint
{
    /// <summary>A program and its arguments.</summary>
    internal sealed record Command(IReadOnlyList<string> Words) : Entrypoint;

    /// <summary>There is nothing to start; the reason in Lambda's words.</summary>
    internal sealed record Invalid(string Reason) : Entrypoint;

    /// <summary>The <c>bootstrap</c> of a custom runtime, or the machine's Python with our runtime.</summary>
    internal static Entrypoint Of(EnvironmentOrder order, string taskRoot, UnpackedCode code)
    {
        if (Runtimes.IsPython(order.Runtime))
        {
            return new Command([Python.Value, "-B", code.PythonRuntimePath]);
        }

        var bootstrap = new FileInfo(Path.Combine(taskRoot, "bootstrap"));
        return bootstrap switch
        {
            { Exists: false } => new Invalid("Couldn't find valid bootstrap(s): [/var/task/bootstrap /opt/bootstrap]"),
            _ when !OperatingSystem.IsWindows() && !bootstrap.UnixFileMode.HasFlag(UnixFileMode.UserExecute) =>
                new Invalid("fork/exec /var/task/bootstrap: permission denied"),
            _ => new Command([bootstrap.FullName]),
        };
    }

    // A version manager's python3 is a slow script before the interpreter: it is asked once which one it would be.
    private static readonly Lazy<string> Python = new(() =>
    {
        var ask = new ProcessStartInfo("python3", ["-c", "import sys; print(sys.executable)"])
        {
            RedirectStandardOutput = true,
            UseShellExecute = false,
        };
        using var process = Process.Start(ask)!;
        var path = process.StandardOutput.ReadToEnd().Trim();
        process.WaitForExit();
        return path;
    });
}
