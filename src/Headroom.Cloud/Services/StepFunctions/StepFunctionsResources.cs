using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Headroom.Cloud.Kernel;
using Headroom.Cloud.Services.StepFunctions.Tasks;
using Headroom.Cloud.Services.StepFunctions.Tasks.Integrations;
using Headroom.Wire.Shapes.StepFunctions;

namespace Headroom.Cloud.Services.StepFunctions;

/// <summary>
/// The service's <see href="https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/AWS_StepFunctions.html">CloudFormation
/// resource types</see>.
/// </summary>
internal static partial class StepFunctionsResources
{
    private const string Service = StepFunctionsService.Name;
    private const int MaxName = 80;

    internal static IReadOnlyList<ResourceType> All { get; } =
    [
        new("AWS::StepFunctions::StateMachine", CreateStateMachine, UpdateStateMachine, DeleteStateMachine) { ReplacedBy = Set("StateMachineName", "StateMachineType") },
        new("AWS::StepFunctions::Activity", CreateActivity, KeepActivity, DeleteActivity) { ReplacedBy = Set("Name") },
        new("AWS::StepFunctions::StateMachineVersion", CreateVersion, KeepVersion, DeleteVersion) { ReplacedBy = Set("StateMachineArn", "StateMachineRevisionId", "Description") },
        new("AWS::StepFunctions::StateMachineAlias", CreateAlias, UpdateAlias, DeleteAlias) { ReplacedBy = Set("Name") },
    ];

    private static ResourceProgress CreateStateMachine(ResourceRequest request)
    {
        var properties = Defined(request, out var problem).WithStackTags(request);
        Rename(properties, "StateMachineName", "name");
        properties["name"] ??= request.GeneratedName(MaxName);
        Rename(properties, "StateMachineType", "type");
        return problem ?? ResourceHandler.Call<CreateStateMachineRequest, CreateStateMachineResponse>(
            request, Service, "CreateStateMachine", properties, created => Described(request, created.StateMachineArn));
    }

    private static ResourceProgress UpdateStateMachine(ResourceRequest request)
    {
        var properties = Defined(request, out var problem).Without("StateMachineName", "StateMachineType", "Tags");
        properties["stateMachineArn"] = request.PhysicalId;
        return problem ?? ResourceHandler.Call<UpdateStateMachineRequest, UpdateStateMachineResponse>(
            request, Service, "UpdateStateMachine", properties, _ => Retag(request) ?? Described(request, request.PhysicalId));
    }

    private static ResourceProgress DeleteStateMachine(ResourceRequest request) =>
        ResourceHandler.Delete<DeleteStateMachineRequest, DeleteStateMachineResponse>(
            request, Service, "DeleteStateMachine", new() { StateMachineArn = request.PhysicalId }, "StateMachineDoesNotExist");

    private static ResourceProgress Described(ResourceRequest request, string arn) =>
        ResourceHandler.Call<DescribeStateMachineRequest, DescribeStateMachineResponse>(
            request, Service, "DescribeStateMachine", new DescribeStateMachineRequest { StateMachineArn = arn }, machine => new ResourceProgress.Done(
                arn,
                new Dictionary<string, JsonNode?>(StringComparer.Ordinal)
                {
                    ["Arn"] = arn, ["Name"] = machine.Name, ["StateMachineRevisionId"] = machine.RevisionId ?? "INITIAL",
                }));

    private static ResourceProgress.Failed? Retag(ResourceRequest request)
    {
        var tags = (request.Properties.WithStackTags(request)["Tags"] as JsonArray ?? [])
            .Select(tag => new Tag { Key = tag!["Key"]!.ToString(), Value = tag["Value"]!.ToString() })
            .ToList();
        return tags.Count > 0
            && request.Call<TagResourceRequest, TagResourceResponse>(Service, "TagResource", new() { ResourceArn = request.PhysicalId, Tags = tags })
            is Outcome<TagResourceResponse>.Refused refused
                ? ResourceProgress.From(Service, refused.Refusal)
                : null;
    }

    private static ResourceProgress CreateActivity(ResourceRequest request) =>
        ResourceHandler.Call<CreateActivityRequest, CreateActivityResponse>(
            request, Service, "CreateActivity", request.Properties.WithStackTags(request), created => Activity(created.ActivityArn));

    private static ResourceProgress KeepActivity(ResourceRequest request) =>
        Retag(request) is { } failed ? failed : Activity(request.PhysicalId);

    private static ResourceProgress DeleteActivity(ResourceRequest request) =>
        ResourceHandler.Delete<DeleteActivityRequest, DeleteActivityResponse>(
            request, Service, "DeleteActivity", new() { ActivityArn = request.PhysicalId }, "ActivityDoesNotExist");

    private static ResourceProgress.Done Activity(string arn) => new(
        arn, new Dictionary<string, JsonNode?>(StringComparer.Ordinal) { ["Arn"] = arn, ["Name"] = arn[(arn.LastIndexOf(':') + 1)..] });

    private static ResourceProgress CreateVersion(ResourceRequest request)
    {
        var properties = request.Properties.Without();
        Rename(properties, "StateMachineRevisionId", "revisionId");
        return ResourceHandler.Call<PublishStateMachineVersionRequest, PublishStateMachineVersionResponse>(
            request, Service, "PublishStateMachineVersion", properties, published => Arn(published.StateMachineVersionArn));
    }

    private static ResourceProgress.Done KeepVersion(ResourceRequest request) => Arn(request.PhysicalId);

    private static ResourceProgress DeleteVersion(ResourceRequest request) =>
        ResourceHandler.Delete<DeleteStateMachineVersionRequest, DeleteStateMachineVersionResponse>(
            request, Service, "DeleteStateMachineVersion", new() { StateMachineVersionArn = request.PhysicalId });

    private static ResourceProgress CreateAlias(ResourceRequest request)
    {
        var properties = Routed(request.Properties);
        Rename(properties, "Name", "name");
        properties["name"] ??= request.GeneratedName(MaxName);
        return ResourceHandler.Call<CreateStateMachineAliasRequest, CreateStateMachineAliasResponse>(
            request, Service, "CreateStateMachineAlias", properties, created => Arn(created.StateMachineAliasArn));
    }

    private static ResourceProgress UpdateAlias(ResourceRequest request)
    {
        var properties = Routed(request.Properties).Without("Name");
        properties["stateMachineAliasArn"] = request.PhysicalId;
        return ResourceHandler.Call<UpdateStateMachineAliasRequest, UpdateStateMachineAliasResponse>(
            request, Service, "UpdateStateMachineAlias", properties, _ => Arn(request.PhysicalId));
    }

    private static ResourceProgress DeleteAlias(ResourceRequest request) =>
        ResourceHandler.Delete<DeleteStateMachineAliasRequest, DeleteStateMachineAliasResponse>(
            request, Service, "DeleteStateMachineAlias", new() { StateMachineAliasArn = request.PhysicalId }, "ResourceNotFound");

    private static ResourceProgress.Done Arn(string arn) =>
        new(arn, new Dictionary<string, JsonNode?>(StringComparer.Ordinal) { ["Arn"] = arn });

    /// <summary>A gradual deployment shifts to the new version at once: the weights of its steps are AWS's own alarms' affair.</summary>
    private static JsonObject Routed(JsonObject properties)
    {
        var routed = properties.Without("DeploymentPreference");
        if (properties["DeploymentPreference"]?["StateMachineVersionArn"] is { } version)
        {
            routed["RoutingConfiguration"] = new JsonArray(new JsonObject { ["StateMachineVersionArn"] = version.DeepClone(), ["Weight"] = 100 });
        }

        return routed;
    }

    /// <summary>The properties with the definition as one text, wherever the template has it, its substitutions made.</summary>
    private static JsonObject Defined(ResourceRequest request, out ResourceProgress? problem)
    {
        var properties = request.Properties.Without("DefinitionString", "Definition", "DefinitionSubstitutions", "DefinitionS3Location");
        var text = request.Properties switch
        {
            _ when request.Properties["DefinitionString"] is { } given => given.ToString(),
            _ when request.Properties["Definition"] is { } given => given.ToJsonString(TaskJson.Options),
            _ when request.Properties["DefinitionS3Location"] is { } location => FromS3(request, location),
            _ => null,
        };
        problem = text is null
            ? new ResourceProgress.Failed("The definition of the state machine was not given, or cannot be read from S3.")
            : null;
        var substitutions = request.Properties["DefinitionSubstitutions"] as JsonObject ?? [];
        properties["definition"] = Placeholder().Replace(text ?? "", found => substitutions[found.Groups["name"].Value]?.ToString() ?? found.Value);
        return properties;
    }

    private static string? FromS3(ResourceRequest request, JsonNode location) =>
        request.Step.Call("s3", "GetObject", new() { ["Bucket"] = location["Bucket"]?.DeepClone(), ["Key"] = location["Key"]?.DeepClone() })
            is Outcome<JsonObject>.Answered answered
                ? FunctionPayload.Text(answered.Response, "Body")
                : null;

    private static void Rename(JsonObject properties, string from, string to)
    {
        if (properties.Remove(from, out var value))
        {
            properties[to] = value;
        }
    }

    private static HashSet<string> Set(params string[] names) => new(names, StringComparer.Ordinal);

    [GeneratedRegex(@"\$\{(?<name>[A-Za-z0-9_.]+)\}", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 30_000)]
    private static partial Regex Placeholder();
}
