using Headroom.Cloud.Kernel;
using Headroom.Cloud.Services.CloudFormation.ChangeSets;
using Headroom.Cloud.Services.CloudFormation.Parameters;
using Headroom.Cloud.Services.CloudFormation.Templates;
using Headroom.Wire.Shapes.CloudFormation;


namespace Headroom.Cloud.Services.CloudFormation;

/// <summary>Templates.</summary>
internal static partial class CloudFormationOperations
{
    internal static Outcome<GetTemplateResponse> GetTemplate(Step step, GetTemplateRequest request)
    {
        var name = request.StackName ?? "";
        if (request.ChangeSetName is { } changeSetName)
        {
            return ChangeSetLookup.Find(step, changeSetName, request.StackName) is { } changeSet
                ? Body(step, changeSet.Target)
                : ChangeSetLookup.NotFound(changeSetName);
        }

        return Stacks.Find(step, name) is { } stack ? Body(step, stack.Version) : Stacks.DoesNotExist(name);
    }

    internal static Outcome<GetTemplateSummaryResponse> GetTemplateSummary(Step step, GetTemplateSummaryRequest request) =>
        Parsed(step, request.TemplateBody, request.TemplateURL, request.StackName).Select(template =>
        {
            var (capabilities, reason) = CapabilityChecks.Needed(template);
            return new GetTemplateSummaryResponse
            {
                Description = template.Description,
                Version = "2010-09-09",
                Metadata = template.Metadata?.ToJsonString(),
                Capabilities = capabilities,
                CapabilitiesReason = reason,
                DeclaredTransforms = template.Transforms,
                ResourceTypes = template.Resources.Values.Select(resource => resource.Type).Distinct().ToList(),
                Parameters = template.Parameters.Values.Select(parameter => new ParameterDeclaration
                {
                    ParameterKey = parameter.Name,
                    ParameterType = parameter.Type,
                    DefaultValue = parameter.Default,
                    NoEcho = parameter.NoEcho,
                    Description = parameter.Description,
                    ParameterConstraints = new() { AllowedValues = parameter.AllowedValues },
                }).ToList(),
            };
        });

    internal static Outcome<ValidateTemplateResponse> ValidateTemplate(Step step, ValidateTemplateRequest request) =>
        Parsed(step, request.TemplateBody, request.TemplateURL, stackName: null).Select(template =>
        {
            var (capabilities, reason) = CapabilityChecks.Needed(template);
            return new ValidateTemplateResponse
            {
                Description = template.Description,
                Capabilities = capabilities,
                CapabilitiesReason = reason,
                DeclaredTransforms = template.Transforms,
                Parameters = template.Parameters.Values.Select(parameter => new TemplateParameter
                {
                    ParameterKey = parameter.Name,
                    DefaultValue = parameter.Default,
                    NoEcho = parameter.NoEcho,
                    Description = parameter.Description,
                }).ToList(),
            };
        });

    private static Outcome<GetTemplateResponse> Body(Step step, StackVersion version) => new GetTemplateResponse
    {
        TemplateBody = version.TemplateId.Length == 0 ? "{}" : step.Table(CloudFormationState.Templates).Get(version.TemplateId).Body,
        StagesAvailable = ["Original", "Processed"],
    };

    private static Outcome<Template> Parsed(Step step, string? body, string? url, string? stackName)
    {
        if (stackName is not null && Stacks.Find(step, stackName) is null)
        {
            return Stacks.DoesNotExist(stackName);
        }

        var known = stackName is null ? null : step.Table(CloudFormationState.Templates).Find(Stacks.Find(step, stackName)!.Version.TemplateId)?.Body;
        try
        {
            return TemplateSource.Read(step, body, url, known).Select(TemplateTexts.Read);
        }
        catch (TemplateException problem)
        {
            return new Refusal("ValidationError", problem.Message);
        }
    }
}
