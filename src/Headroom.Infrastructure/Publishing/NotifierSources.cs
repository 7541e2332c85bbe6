using System.Security.Cryptography;
using System.Text;

namespace Headroom.Infrastructure.Publishing;

/// <summary>The files that the Notifier is built from.</summary>
/// <param name="RepositoryRoot">Absolute path of the directory with <c>Headroom.slnx</c>.</param>
public sealed record NotifierSources(string RepositoryRoot)
{
    private static readonly string[] Projects = ["src/Headroom.Notifications", "src/Headroom.Notifier", "src/Headroom.Schedules"];

    /// <summary>The project that is published.</summary>
    public string Project => Path.Combine(RepositoryRoot, "src", "Headroom.Notifier");

    /// <summary>The sources of the repository that this program was built in.</summary>
    /// <exception cref="DirectoryNotFoundException">It runs outside of one.</exception>
    public static NotifierSources InRepository()
    {
        for (var directory = new DirectoryInfo(AppContext.BaseDirectory); directory is not null; directory = directory.Parent)
        {
            if (File.Exists(Path.Combine(directory.FullName, "Headroom.slnx")))
            {
                return new NotifierSources(directory.FullName);
            }
        }

        throw new DirectoryNotFoundException($"No Headroom.slnx above {AppContext.BaseDirectory}: the Notifier is built from the repository.");
    }

    /// <summary>
    /// SHA-256 of every source file's name and text, 64 hexadecimal digits, the same on every machine: the binary that a compiler makes of
    /// them is not, and a template that changes without a change deploys for nothing.
    /// </summary>
    public string Hash(string architecture)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.UTF8.GetBytes(architecture));
        foreach (var file in Files())
        {
            var name = Path.GetRelativePath(RepositoryRoot, file).Replace('\\', '/');
            var text = File.ReadAllText(file).ReplaceLineEndings("\n");
            hash.AppendData(Encoding.UTF8.GetBytes($"\n{name}\n{text}"));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private IEnumerable<string> Files() =>
        Projects
            .SelectMany(project => Directory.EnumerateFiles(Path.Combine(RepositoryRoot, project), "*", SearchOption.AllDirectories))
            .Where(file => Path.GetExtension(file) is ".cs" or ".csproj" && !IsBuilt(file))
            .Order(StringComparer.Ordinal);

    private bool IsBuilt(string file) =>
        Path.GetRelativePath(RepositoryRoot, file).Split(Path.DirectorySeparatorChar).Any(part => part is "bin" or "obj");
}
