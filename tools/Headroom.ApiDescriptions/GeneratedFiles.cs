using System.Text.Json.Nodes;
using Headroom.Tools.ApiDescriptions.Descriptions;
using Headroom.Tools.ApiDescriptions.Records;

namespace Headroom.Tools.ApiDescriptions;

/// <summary>What the tool writes, as text: for each service a description and the typed records that belong to it.</summary>
public static class GeneratedFiles
{
    /// <summary>The list of operations, relative to the repository's root.</summary>
    public const string OperationListPath = "tools/Headroom.ApiDescriptions/operations.txt";

    /// <summary>Every generated file: its path relative to the repository's root, and its text.</summary>
    /// <param name="modelsFolder">The folder of AWS's service models, one folder per service.</param>
    /// <param name="operationList">The text of <see cref="OperationListPath"/>.</param>
    public static IReadOnlyDictionary<string, string> All(string modelsFolder, string operationList)
    {
        var files = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var (service, operations) in OperationList.Parse(operationList))
        {
            var model = JsonNode.Parse(File.ReadAllText(Path.Combine(modelsFolder, service, "service-2.json")))!.AsObject();
            var description = DescriptionBuilder.Build(service, model, operations);
            files[$"src/Headroom.Wire/Descriptions/{service}.json"] = DescriptionText.Write(description);
            var name = ServiceNames.NamespaceOf(service);
            files[$"src/Headroom.Wire/Shapes/{name}.g.cs"] = RecordWriter.Write(name, description);
        }

        return files;
    }
}
