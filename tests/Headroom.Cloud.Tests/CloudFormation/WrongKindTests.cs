using System.Text.Json.Nodes;
using Headroom.Cloud.Services;

namespace Headroom.Cloud.Tests.CloudFormation;

/// <summary>Templates are written by people: a value of the wrong kind anywhere in them must fail its resource, never the cloud.</summary>
public sealed class WrongKindTests
{
    private static readonly JsonNode[] Wrong = ["x", 5, true, new JsonObject { ["Colour"] = "red" }, new JsonArray(1, "a")];

    private readonly TestCloud _cloud = new();

    [Fact]
    public void No_value_of_the_wrong_kind_stops_the_cloud()
    {
        var faults = new List<string>();
        var tried = 0;
        foreach (var (type, properties) in Deployed())
        {
            foreach (var path in Paths(properties, []))
            {
                foreach (var wrong in Wrong)
                {
                    tried++;
                    if (Fault(type, With(properties, path, wrong)) is { } fault)
                    {
                        faults.Add($"{type} {string.Join('/', path)} = {wrong.ToJsonString()}: {fault}");
                    }
                }
            }
        }

        tried.ShouldBeGreaterThan(1000);
        faults.ShouldBeEmpty();
    }

    // One resource of each type of the own assembly, with the properties it was made of.
    private List<(string Type, JsonObject Properties)> Deployed()
    {
        var stacks = new StackClient(_cloud);
        _cloud.Call("cloudformation", "CreateStack", new()
        {
            ["StackName"] = "infra",
            ["TemplateURL"] = Assemblies.Publish(_cloud, Assemblies.Own),
            ["Capabilities"] = new JsonArray("CAPABILITY_NAMED_IAM"),
        });
        stacks.Rest("infra").StackStatus.ShouldBe("CREATE_COMPLETE");
        return stacks.Events("infra")
            .Where(happened => happened is { ResourceStatus: "CREATE_COMPLETE", ResourceProperties: not null })
            .DistinctBy(happened => happened.ResourceType)
            .Select(happened => (happened.ResourceType!, JsonNode.Parse(happened.ResourceProperties!)!.AsObject()))
            .ToList();
    }

    private string? Fault(string type, JsonObject properties)
    {
        string? fault = null;
        _cloud.Apply(step =>
        {
            if (step.ResourceType(type) is { } known)
            {
                fault = step.Attempt(_cloud.Caller, () => Ask(known, new(step, "arn:stack", "infra", "R", "", properties, [], "token")), failed: _ => true);
            }
        });
        return fault;
    }

    private static string? Ask(ResourceType type, ResourceRequest request)
    {
        try
        {
            type.Create(request);
            return null;
        }
        catch (PropertyException)
        {
            return null;
        }
#pragma warning disable CA1031 // whatever else is thrown is what the test looks for
        catch (Exception fault)
#pragma warning restore CA1031
        {
            return fault.ToString();
        }
    }

    private static IEnumerable<IReadOnlyList<string>> Paths(JsonNode? node, IReadOnlyList<string> path) => node switch
    {
        JsonObject members => members.SelectMany(member => Below(member.Value, [.. path, member.Key])),
        JsonArray items => items.SelectMany((item, index) => Below(item, [.. path, $"{index}"])),
        _ => [],
    };

    private static IEnumerable<IReadOnlyList<string>> Below(JsonNode? node, IReadOnlyList<string> path) => [path, .. Paths(node, path)];

    private static JsonObject With(JsonObject properties, IReadOnlyList<string> path, JsonNode value)
    {
        var copy = (JsonObject)properties.DeepClone();
        JsonNode at = copy;
        foreach (var name in path.SkipLast(1))
        {
            at = at is JsonArray items ? items[int.Parse(name)]! : at[name]!;
        }

        if (at is JsonArray list)
        {
            list[int.Parse(path[^1])] = value.DeepClone();
        }
        else
        {
            at[path[^1]] = value.DeepClone();
        }

        return copy;
    }
}
