using System.Collections.Concurrent;
using System.IO.Compression;
using System.Reflection;

namespace Headroom.Cloud.Services.Lambda.Hosting;

/// <summary>Deployment packages as directories, each unpacked once, in a temporary directory that goes with the host.</summary>
internal sealed class UnpackedCode : IDisposable
{
    private const string PythonRuntime = "python_runtime.py";
    private readonly ConcurrentDictionary<string, Lazy<string>> _packages = new();
    private readonly Lazy<string> _pythonRuntime;

    internal UnpackedCode()
    {
        Root = Directory.CreateTempSubdirectory("headroom-functions-").FullName;
        _pythonRuntime = new(WritePythonRuntime);
    }

    internal string Root { get; }

    /// <summary>Path of the runtime that runs Python handlers.</summary>
    internal string PythonRuntimePath => _pythonRuntime.Value;

    /// <summary>The directory of a package: a function's task root.</summary>
    internal string DirectoryOf(EnvironmentOrder order) => _packages.GetOrAdd(order.CodeSha256, _ => new(() => Unpack(order))).Value;

    public void Dispose() => Directory.Delete(Root, recursive: true);

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
