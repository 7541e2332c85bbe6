using System.Collections.Concurrent;
using System.IO.Compression;
using System.Reflection;

namespace Headroom.Cloud.Services.Lambda.Hosting;

/// <summary>Deployment packages as directories, each unpacked once, in a temporary directory that goes with the host.</summary>
internal sealed class UnpackedCode : IDisposable
{
    private const string Prefix = "headroom-functions-";
    private const string LockName = "in-use";
    private const string PythonRuntime = "python_runtime.py";
    private readonly ConcurrentDictionary<string, Lazy<string>> _packages = new();
    private readonly Lazy<string> _pythonRuntime;

    private readonly FileStream _lock;

    internal UnpackedCode()
    {
        RemoveLeftovers();
        Root = Directory.CreateTempSubdirectory(Prefix).FullName;
        _lock = new(Path.Combine(Root, LockName), FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None);
        _pythonRuntime = new(WritePythonRuntime);
    }

    internal string Root { get; }

    /// <summary>Path of the runtime that runs Python handlers.</summary>
    internal string PythonRuntimePath => _pythonRuntime.Value;

    /// <summary>The directory of a package: a function's task root.</summary>
    internal string DirectoryOf(EnvironmentOrder order) => _packages.GetOrAdd(order.CodeSha256, _ => new(() => Unpack(order))).Value;

    public void Dispose()
    {
        _lock.Dispose();
        Directory.Delete(Root, recursive: true);
    }

    // A cloud that was killed left its directory behind, and nobody holds its lock any more.
    private static void RemoveLeftovers()
    {
        foreach (var directory in Directory.EnumerateDirectories(Path.GetTempPath(), Prefix + "*"))
        {
            try
            {
                using (new FileStream(Path.Combine(directory, LockName), FileMode.Open, FileAccess.ReadWrite, FileShare.None))
                {
                    Directory.Delete(directory, recursive: true);
                }
            }
            catch (Exception inUse) when (inUse is IOException or UnauthorizedAccessException)
            {
                // Another cloud's, or another user's.
            }
        }
    }

    private string Unpack(EnvironmentOrder order)
    {
        var directory = Path.Combine(Root, "task", Convert.ToHexStringLower(Convert.FromBase64String(order.CodeSha256)));
        using var archive = new ZipArchive(new MemoryStream(order.Zip, writable: false), ZipArchiveMode.Read);
        archive.ExtractToDirectory(directory);
        return directory;
    }

    private string WritePythonRuntime()
    {
        var path = Path.Combine(Root, PythonRuntime);
        using var source = Assembly.GetExecutingAssembly().GetManifestResourceStream(PythonRuntime)!;
        using var target = File.Create(path);
        source.CopyTo(target);
        return path;
    }
}
