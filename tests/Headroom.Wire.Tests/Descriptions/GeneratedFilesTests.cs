using Headroom.Tools.ApiDescriptions;

namespace Headroom.Wire.Tests.Descriptions;

public class GeneratedFilesTests
{
    // To accept a change: dotnet run --project tools/Headroom.ApiDescriptions
    [Fact]
    public void Descriptions_and_records_are_what_the_tool_writes()
    {
        var root = Root();
        var models = Path.Combine(root, "..", "shared", "aws-models");
        if (!Directory.Exists(models))
        {
            Assert.SkipWhen(Environment.GetEnvironmentVariable("CI") != "true", "../shared/aws-models is not there");
            Assert.Fail("../shared/aws-models is not there");
        }

        var files = GeneratedFiles.All(models, File.ReadAllText(Path.Combine(root, GeneratedFiles.OperationListPath)));

        files.Where(file => File.ReadAllText(Path.Combine(root, file.Key)) != file.Value).Select(file => file.Key).ShouldBeEmpty();
    }

    private static string Root()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "Headroom.slnx")))
        {
            folder = Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("the tests do not run inside the repository");
        }

        return folder;
    }
}
