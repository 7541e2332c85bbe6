using System.IO.Compression;

namespace Headroom.Cli.Assemblies;

/// <summary>A folder as a zip, the same bytes every time: entries in order, one fixed date, executables stay executable.</summary>
internal static class ZipArchiveBytes
{
    private const int RegularFile = 0x8000;
    private static readonly DateTimeOffset FixedDate = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    internal static byte[] Of(string folder)
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var file in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
            {
                var entry = zip.CreateEntry(Path.GetRelativePath(folder, file).Replace('\\', '/'), CompressionLevel.Fastest);
                entry.LastWriteTime = FixedDate;
                entry.ExternalAttributes = (RegularFile | Mode(file)) << 16;
                using var content = entry.Open();
                using var source = File.OpenRead(file);
                source.CopyTo(content);
            }
        }

        return bytes.ToArray();
    }

    // On Windows no file says that it is executable; there every file is, as Lambda needs `bootstrap` to be.
    private static int Mode(string file) => OperatingSystem.IsWindows() ? 0b111_101_101 : (int)File.GetUnixFileMode(file);
}
