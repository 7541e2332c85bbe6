namespace Headroom.Cli.Commands;

/// <summary>The variables that point AWS clients at a cloud on this machine.</summary>
internal static class LocalEnvironment
{
    /// <summary>Lines for a shell's <c>eval</c>. Any access key that the cloud did not issue is its administrator's.</summary>
    internal static IEnumerable<string> Exports(int port, string region) =>
    [
        $"export AWS_ENDPOINT_URL=http://127.0.0.1:{port}",
        "export AWS_ACCESS_KEY_ID=headroom",
        "export AWS_SECRET_ACCESS_KEY=headroom",
        $"export AWS_REGION={region}",
        $"export AWS_DEFAULT_REGION={region}",
        $"export AWS_CONFIG_FILE='{ConfigFile(region)}'",
        "export AWS_EC2_METADATA_DISABLED=true",
        "unset AWS_SESSION_TOKEN AWS_PROFILE",
    ];

    // `aws configure get region` reads the configuration file only, never the environment.
    // The folder for temporary files may be everybody's, and what another user made there is not ours to write.
    private static string ConfigFile(string region)
    {
        var directory = Path.Combine(Path.GetTempPath(), $"headroom-{Environment.UserName}");
        Directory.CreateDirectory(directory);
        var file = Path.Combine(directory, $"aws-config-{region}");
        File.WriteAllText(file, $"[default]\nregion = {region}\n");
        return file;
    }
}
