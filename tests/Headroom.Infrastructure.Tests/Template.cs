using System.Text.Json.Nodes;

namespace Headroom.Infrastructure.Tests;

/// <summary>A CloudFormation template, asked in the tests' words.</summary>
internal sealed class Template(JsonObject template)
{
    private readonly JsonObject _resources = template["Resources"]!.AsObject();

    internal static Template Golden { get; } =
        new(JsonNode.Parse(File.ReadAllText(Path.Combine(Repository.GoldenAssembly, "infra.template.json")))!.AsObject());

    internal IEnumerable<string> LogicalIds(string type) =>
        _resources.Where(resource => (string)resource.Value!["Type"]! == type).Select(resource => resource.Key);

    internal IEnumerable<string> LogicalIds() => _resources.Select(resource => resource.Key);

    /// <summary>What CloudFormation deletes only after this resource, as it depends on it, or on what does.</summary>
    internal IReadOnlySet<string> AllThatNeeds(string logicalId)
    {
        HashSet<string> found = [];
        Queue<string> toLookAt = new([logicalId]);
        while (toLookAt.TryDequeue(out var id))
        {
            foreach (var needed in Named(_resources[id]!).Where(named => _resources.ContainsKey(named) && found.Add(named)))
            {
                toLookAt.Enqueue(needed);
            }
        }

        return found;
    }

    private static IEnumerable<string> Named(JsonNode node) => node switch
    {
        JsonObject item => item.SelectMany(member => member switch
        {
            { Key: "Ref", Value: { } id } => [(string)id!],
            { Key: "Fn::GetAtt", Value: { } attribute } => [(string)attribute[0]!],
            { Key: "DependsOn", Value: JsonArray ids } => ids.Select(id => (string)id!),
            { Key: "DependsOn", Value: { } id } => [(string)id!],
            { Value: { } value } => Named(value),
            _ => [],
        }),
        JsonArray items => items.SelectMany(item => item is null ? [] : Named(item)),
        _ => [],
    };

    internal IReadOnlyList<JsonObject> All(string type) => [.. LogicalIds(type).Select(id => _resources[id]!["Properties"]?.AsObject() ?? [])];

    internal JsonObject Only(string type) => All(type).ShouldHaveSingleItem();

    internal JsonObject Notifier => All("AWS::Lambda::Function").Where(function => (string)function["Handler"]! == "bootstrap").ShouldHaveSingleItem();

    /// <summary>The resources whose construct is at or under this path.</summary>
    internal IEnumerable<string> Under(string path) =>
        _resources.Where(resource => $"{resource.Value!["Metadata"]?["aws:cdk:path"]}".StartsWith($"{path}/", StringComparison.Ordinal)).Select(resource => resource.Key);

    /// <summary>What a resource names in <c>DependsOn</c>.</summary>
    internal IEnumerable<string> DependenciesOf(string logicalId) => _resources[logicalId]!["DependsOn"]!.AsArray().Select(id => (string)id!);

    /// <summary>Every statement of every policy that is attached to a role.</summary>
    internal IEnumerable<JsonObject> Statements(string role) =>
        All("AWS::IAM::Policy")
            .Where(policy => policy["Roles"]!.AsArray().Any(attached => (string?)attached!["Ref"] == role))
            .SelectMany(policy => policy["PolicyDocument"]!["Statement"]!.AsArray())
            .Select(statement => statement!.AsObject());

    internal static IEnumerable<string> Actions(JsonObject statement) => Texts(statement["Action"]!);

    /// <summary>As text: an ARN that is put together at deployment stays JSON.</summary>
    internal static IEnumerable<string> Resources(JsonObject statement) => Texts(statement["Resource"]!);

    private static IEnumerable<string> Texts(JsonNode node) =>
        node is JsonArray several ? several.SelectMany(one => Texts(one!))
        : node is JsonValue text ? [(string)text!]
        : [node.ToJsonString()];
}
