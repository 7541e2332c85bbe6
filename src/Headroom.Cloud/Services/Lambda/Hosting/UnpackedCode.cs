using System.Collections.Concurrent;
using System.IO.Compression;
using System.Reflection;
using System.Text;

namespace Headroom.Cloud.Services.Lambda.Hosting;

/// <summary>Deployment packages as directories, each unpacked once, in a temporary directory that goes with the host.</summary>
internal sealed class UnpackedCode : IDisposable
{
    private const string Prefix = "headroom-functions-";
    private const string LockName = "in-use";
    private const string UnpackedName = "unpacked";
    private const string PythonRuntime = "python_runtime.py";
    private readonly ConcurrentDictionary<string, Lazy<string>> _packages = new();
    private readonly Lazy<string> _pythonRuntime;
    private readonly string _unpacked;
    private readonly FileStream _lock;

    internal UnpackedCode()
    {
        RemoveLeftovers();
        Root = Directory.CreateTempSubdirectory(Prefix).FullName;
        _unpacked = Directory.CreateDirectory(Path.Combine(Root, UnpackedName)).FullName;
        _lock = Lock(Root, FileMode.CreateNew);
        _lock.Write(Encoding.UTF8.GetBytes($"{Environment.ProcessId}\n"));
        _lock.Flush();
        _pythonRuntime = new(WritePythonRuntime);
    }

    internal string Root { get; }

    /// <summary>Path of the runtime that runs Python handlers.</summary>
    internal string PythonRuntimePath => _pythonRuntime.Value;

    /// <summary>The directory of a package: a function's task root.</summary>
    internal string DirectoryOf(EnvironmentOrder order) => _packages.GetOrAdd(order.CodeSha256, _ => new(() => Unpack(order))).Value;

    public void Dispose() => Remove(Root, _lock);

    // A cloud that was killed left its directory behind, and nobody holds its lock any more.
    private static void RemoveLeftovers()
    {
        foreach (var directory in Directory.EnumerateDirectories(Path.GetTempPath(), Prefix + "*"))
        {
            // Empty between its creation and its locking: a cloud that is just starting.
            if (new FileInfo(Path.Combine(directory, LockName)) is not { Exists: true, Length: > 0 })
            {
                continue;
            }

            try
            {
                Remove(directory, Lock(directory, FileMode.Open));
            }
            catch (Exception inUse) when (inUse is IOException or UnauthorizedAccessException)
            {
                // Another cloud's, or another user's.
            }
        }
    }

    private static FileStream Lock(string directory, FileMode mode) =>
        new(Path.Combine(directory, LockName), mode, FileAccess.ReadWrite, FileShare.None, bufferSize: 0, FileOptions.DeleteOnClose);

    // The lock goes last: with it open, a cloud that starts would take what is half removed for a leftover.
    private static void Remove(string directory, FileStream held)
    {
        using (held)
        {
            Directory.Delete(Path.Combine(directory, UnpackedName), recursive: true);
        }

        Directory.Delete(directory);
    }

    private string Unpack(EnvironmentOrder order)
    {
        var directory = Path.Combine(_unpacked, "task", Convert.ToHexStringLower(Convert.FromBase64String(order.CodeSha256)));
        using var archive = new ZipArchive(new MemoryStream(order.Zip, writable: false), ZipArchiveMode.Read);
        archive.ExtractToDirectory(directory);
        return directory;
    }

    private string WritePythonRuntime()
    {
        var path = Path.Combine(_unpacked, PythonRuntime);
        using var source = Assembly.GetExecutingAssembly().GetManifestResourceStream(PythonRuntime)!;
        using var target = File.Create(path);
        source.CopyTo(target);
        return path;
    }
}
