namespace Headroom.Bench;

/// <summary>The checkout, and the folder beside it with the sample.</summary>
internal static class SharedFolder
{
    internal static string SampleAssembly { get; } = Path.Combine(Root(), "..", "shared", "sample", "cloud-assembly");

    /// <summary>Whether it is there.</summary>
    internal static bool HasSample => Directory.Exists(SampleAssembly);

    /// <summary>The checkout's folder.</summary>
    internal static string Root()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Headroom.slnx")))
            {
                return folder.FullName;
            }
        }

        throw new DirectoryNotFoundException("The bench runs in a checkout of Headroom.");
    }
}
