using System.Text.Json.Nodes;

namespace Headroom.Simulation.Staging;

/// <summary>The shipped template, made to cover as many services as a scenario has.</summary>
internal static class HoldTemplate
{
    /// <summary>The template's text.</summary>
    /// <param name="services">How many services are covered.</param>
    /// <param name="machine">Changes the state machine's definition: how a bug is planted.</param>
    internal static string For(int services, Func<JsonObject, JsonObject> machine)
    {
        var template = Read();
        foreach (var (_, resource) in template["Resources"]!.AsObject())
        {
            if (resource!["Properties"] is JsonObject properties)
            {
                Adapt((string)resource["Type"]!, properties, services, machine);
            }
        }

        return template.ToJsonString();
    }

    private static void Adapt(string type, JsonObject properties, int services, Func<JsonObject, JsonObject> machine)
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
                properties["DefinitionString"] = machine(JsonNode.Parse((string)properties["DefinitionString"]!)!.AsObject()).ToJsonString();
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
