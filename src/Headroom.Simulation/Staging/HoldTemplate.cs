using System.Text.Json.Nodes;

namespace Headroom.Simulation.Staging;

/// <summary>The shipped template's hold, made to cover as many services as a scenario has.</summary>
internal static class HoldTemplate
{
    private const string Prefix = "CapacityHold";

    /// <summary>The resources of the hold and its topic, by logical id.</summary>
    /// <param name="services">How many services are covered.</param>
    /// <param name="machine">Changes the state machine's definition: how a bug is planted.</param>
    internal static JsonObject Resources(int services, Func<JsonObject, JsonObject> machine)
    {
        var resources = Read()["Resources"]!.AsObject();
        foreach (var (logicalId, _) in resources.Where(resource => !IsOfTheHold(resource.Key)).ToList())
        {
            resources.Remove(logicalId);
        }

        foreach (var (logicalId, resource) in resources)
        {
            Adapt((string)resource!["Type"]!, resource["Properties"]!.AsObject(), services, machine);
        }

        return resources;
    }

    private static bool IsOfTheHold(string logicalId) =>
        logicalId.StartsWith(Prefix, StringComparison.Ordinal) || logicalId.StartsWith("Topic", StringComparison.Ordinal);

    private static void Adapt(string type, JsonObject properties, int services, Func<JsonObject, JsonObject> machine)
    {
        switch (type)
        {
            case "AWS::Lambda::Function":
                properties["Code"] = new JsonObject { ["ZipFile"] = "runs in the simulation's own process" };
                var covered = Enumerable.Range(0, services).Select(index => (JsonNode)StageNames.Covered(index));
                properties["Environment"]!["Variables"]!["HEADROOM_SERVICES"] = new JsonArray([.. covered]).ToJsonString();
                break;
            case "AWS::StepFunctions::StateMachine":
                properties["DefinitionString"] = machine(JsonNode.Parse((string)properties["DefinitionString"]!)!.AsObject()).ToJsonString();
                break;
            case "AWS::IAM::Policy":
                foreach (var statement in properties["PolicyDocument"]!["Statement"]!.AsArray().Where(statement => (string?)statement!["Sid"] == "TheCoveredServices"))
                {
                    var arns = Enumerable.Range(0, services).Select(index => (JsonNode)$"arn:aws:ecs:{Stage.Settings.Region}:{Stage.Settings.AccountId}:service/{StageNames.Covered(index)}");
                    statement!["Resource"] = new JsonArray([.. arns]);
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
