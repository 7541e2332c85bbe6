using Headroom.Tools.ApiDescriptions;

// dotnet run --project tools/Headroom.ApiDescriptions [MODELS]     from the repository's root; MODELS is the folder of
// AWS's service models, one folder per service with a service-2.json (default ../shared/aws-models).
var models = args.Length > 0 ? args[0] : Path.Combine("..", "shared", "aws-models");
var files = GeneratedFiles.All(models, File.ReadAllText(GeneratedFiles.OperationListPath));
foreach (var (path, text) in files)
{
    Directory.CreateDirectory(Path.GetDirectoryName(path)!);
    await File.WriteAllTextAsync(path, text);
}

Console.WriteLine($"{files.Count} files written from {models}");
