using System.Text.Json.Nodes;

namespace Headroom.Simulation.Planting;

/// <summary>Faults in what keeps the hold itself from being removed while it holds; they are in the template.</summary>
internal static class Removing
{
    private const string Guard = "Custom::HeadroomDeletionGuard";

    internal static IReadOnlyList<PlantedBug> All { get; } =
    [
        InResources("the stack is deleted without a look", resources => Drop(resources, _ => true)),
        InResources("nobody looks once more when no notification can come any longer", resources => Drop(resources, look => look["SettleSeconds"] is not null)),
        InResources("the deletion guard may not release", resources => Forbid(resources, "Release")),
    ];

    private static PlantedBug InResources(string name, Action<JsonObject> plant) => new(name, "I3", machine => machine) { PlantInResources = plant };

    private static void Drop(JsonObject resources, Func<JsonNode, bool> isDropped)
    {
        foreach (var id in resources.Where(resource => (string?)resource.Value!["Type"] == Guard && isDropped(resource.Value["Properties"]!)).Select(resource => resource.Key).ToList())
        {
            resources.Remove(id);
            foreach (var (_, resource) in resources)
            {
                (resource!["DependsOn"] as JsonArray)?.RemoveAll(dependency => (string?)dependency == id);
            }
        }
    }

    private static void Forbid(JsonObject resources, string sid)
    {
        var policies = resources.Select(resource => resource.Value!["Properties"]?["PolicyDocument"]?["Statement"]).OfType<JsonArray>();
        if (policies.Sum(statements => statements.RemoveAll(statement => (string?)statement!["Sid"] == sid)) != 1)
        {
            throw new InvalidOperationException($"No single statement {sid} is in the template any more.");
        }
    }
}
