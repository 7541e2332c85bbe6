using System.Text.Json.Nodes;
using Headroom.Simulation.Planting;

namespace Headroom.Simulation.Staging;

/// <summary>The shipped template, made to cover as many services as a scenario has; what is not the hold's stays when the stack is deleted.</summary>
internal static class HoldTemplate
{
    private const string Hold = "CapacityHold";

    /// <summary>The template's text.</summary>
    /// <param name="services">How many services are covered.</param>
    /// <param name="bug">A fault to be planted.</param>
    internal static string For(int services, PlantedBug? bug)
    {
        var template = Read();
        bug?.PlantInResources(template["Resources"]!.AsObject());
        foreach (var (id, resource) in template["Resources"]!.AsObject())
        {
            if (!IsOfHold(id))
            {
                resource!["DeletionPolicy"] = "Retain";
            }

            if (resource!["Properties"] is JsonObject properties)
            {
                Adapt((string)resource["Type"]!, properties, services, bug);
            }
        }

        return template.ToJsonString();
    }

    /// <summary>The same stack's template without the hold.</summary>
    internal static string WithoutHold(string template)
    {
        var without = JsonNode.Parse(template)!.AsObject();
        without.Remove("Outputs");
        var resources = without["Resources"]!.AsObject();
        foreach (var id in resources.Select(resource => resource.Key).Where(IsOfHold).ToList())
        {
            resources.Remove(id);
        }

        return without.ToJsonString();
    }

    private static bool IsOfHold(string logicalId) => logicalId.StartsWith(Hold, StringComparison.Ordinal);

    private static void Adapt(string type, JsonObject properties, int services, PlantedBug? bug)
    {
        switch (type)
        {
            case "AWS::Lambda::Function":
                properties["Code"] = new JsonObject { ["ZipFile"] = "runs in the simulation's own process" };
                // The calendar has no environment: it covers nothing.
                if (properties["Environment"]?["Variables"] is { } variables)
                {
                    variables["HEADROOM_SERVICES"] = new JsonArray([.. Enumerable.Range(0, services).Select(index => (JsonNode)StageNames.Covered(index))]).ToJsonString();
                }

                break;
            case "AWS::StepFunctions::StateMachine":
                var machine = JsonNode.Parse((string)properties["DefinitionString"]!)!.AsObject();
                properties["DefinitionString"] = (bug?.Plant(machine) ?? machine).ToJsonString();
                break;
            case "AWS::IAM::Policy":
                foreach (var statement in properties["PolicyDocument"]!["Statement"]!.AsArray().Where(statement => (string?)statement!["Sid"] == "TheCoveredServices"))
                {
                    statement!["Resource"] = new JsonArray([.. Enumerable.Range(0, services).Select(index => (JsonNode)Stage.Settings.Arn("ecs", $"service/{StageNames.Covered(index)}"))]);
                }

                break;
            default:
                break;
        }
    }

    private static JsonObject Read()
    {
        using var stream = typeof(HoldTemplate).Assembly.GetManifestResourceStream("infra.template.json")
            ?? throw new InvalidOperationException("The shipped template is not part of this assembly.");
        return JsonNode.Parse(stream)!.AsObject();
    }
}
