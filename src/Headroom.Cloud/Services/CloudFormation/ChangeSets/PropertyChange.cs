using System.Text.Json.Nodes;
using Headroom.Cloud.Services.CloudFormation.Intrinsics;
using Headroom.Cloud.Services.CloudFormation.Templates;
using Headroom.Wire.Shapes.CloudFormation;

namespace Headroom.Cloud.Services.CloudFormation.ChangeSets;

/// <summary>Why a property changes, and what that asks of the resource.</summary>
internal static class PropertyChange
{
    internal static IEnumerable<ResourceChangeDetail> Details(
        ChangePlan plan, TemplateResource resource, string property, JsonNode? before, JsonNode? after, bool replaces)
    {
        var target = new ResourceTargetDefinition
        {
            Attribute = "Properties",
            Name = property,
            RequiresRecreation = replaces ? "Always" : "Never",
            Path = $"/Properties/{property}",
            BeforeValue = Text(before),
            AfterValue = Text(after),
            AttributeChangeType = (before, after) switch
            {
                (null, _) => "Add",
                (_, null) => "Remove",
                _ => "Modify",
            },
        };
        var evaluation = ChangePlan.IsUnknown(after) ? "Dynamic" : "Static";
        var causes = References.Mentioned(resource.Properties[property]).Where(mention => plan.IsNew(mention.Split('.')[0])).Distinct().ToList();
        return causes.Count == 0
            ? [new() { Target = target, Evaluation = evaluation, ChangeSource = "DirectModification" }]
            : causes.Select(cause => new ResourceChangeDetail
            {
                Target = target,
                Evaluation = evaluation,
                ChangeSource = cause.Contains('.') ? "ResourceAttribute" : "ResourceReference",
                CausingEntity = cause,
            });
    }

    private static string? Text(JsonNode? value) => value is JsonValue scalar ? ScalarText.Of(scalar) : value?.ToJsonString();
}
