using System.Globalization;
using System.Text.Json.Nodes;
using Headroom.Bench.Staging;

namespace Headroom.Bench.FanOut;

/// <summary>Headroom's stack over many services, whose names are in Parameter Store, as the construct puts them there when they are many.</summary>
internal static class ManyServices
{
    /// <summary>Of each service's scalable target.</summary>
    internal const int MaxCapacity = 2;

    private const string Path = "/headroom/bench";
    private const int NamesOfAParameter = 100;
    private static readonly TimeSpan BetweenServices = TimeSpan.FromMilliseconds(250);

    internal static JsonObject Template(int services)
    {
        var template = new HeadroomStack().Template();
        foreach (var variables in Templates.Properties(template, "AWS::Lambda::Function").Select(function => function["Environment"]?["Variables"]?.AsObject()))
        {
            if (variables?.Remove("HEADROOM_SERVICES") == true)
            {
                variables["HEADROOM_SERVICES_PATH"] = Path;
            }
        }

        foreach (var statements in Templates.Properties(template, "AWS::IAM::Policy").Select(policy => policy["PolicyDocument"]!["Statement"]!.AsArray()))
        {
            Widen(statements);
        }

        foreach (var (part, names) in Enumerable.Range(0, services).Select(Name).Chunk(NamesOfAParameter).Index())
        {
            template["Resources"]![$"Part{part}"] = new JsonObject
            {
                ["Type"] = "AWS::SSM::Parameter",
                ["Properties"] = new JsonObject
                {
                    ["Type"] = "String",
                    ["Name"] = $"{Path}/{part}",
                    ["Value"] = new JsonArray([.. names.Select(name => (JsonNode)$"{DeployedStack.Cluster}/{name}")]).ToJsonString(),
                },
            };
        }

        return template;
    }

    /// <summary>Makes the services beside the example's own, each with 1 task.</summary>
    internal static void Add(DeployedStack stack, int services)
    {
        var example = stack.Example();
        foreach (var name in Enumerable.Range(0, services).Select(Name))
        {
            stack.AddService(example, name, MaxCapacity);
            stack.Cloud.Pass(BetweenServices);
        }

        stack.Cloud.Pass(TimeSpan.FromMinutes(10));
    }

    private static string Name(int number) => string.Create(CultureInfo.InvariantCulture, $"service-{number + 1:0000}");

    private static void Widen(JsonArray statements)
    {
        foreach (var statement in statements.Select(statement => statement!.AsObject()).ToList())
        {
            switch ((string?)statement["Sid"])
            {
                case "TheCoveredServices":
                    statement["Resource"] = VirtualCloud.Settings.Arn("ecs", $"service/{DeployedStack.Cluster}/*");
                    break;
                case "StartHolds":
                    statements.Add(new JsonObject
                    {
                        ["Sid"] = "ReadTheCoveredServices",
                        ["Effect"] = "Allow",
                        ["Action"] = "ssm:GetParametersByPath",
                        ["Resource"] = new JsonArray(VirtualCloud.Settings.Arn("ssm", $"parameter{Path}"), VirtualCloud.Settings.Arn("ssm", $"parameter{Path}/*")),
                    });
                    break;
                default:
                    break;
            }
        }
    }
}
