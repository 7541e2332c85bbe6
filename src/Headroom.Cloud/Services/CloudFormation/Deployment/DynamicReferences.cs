using Headroom.Cloud.Kernel;
using Headroom.Cloud.Services.CloudFormation.Templates;
using Headroom.Wire.Shapes.Ssm;

namespace Headroom.Cloud.Services.CloudFormation.Deployment;

/// <summary>
/// <c>{{resolve:ssm:name}}</c> and <c>{{resolve:ssm-secure:name}}</c>
/// (https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/dynamic-references.html).
/// </summary>
internal static class DynamicReferences
{
    internal static string Resolve(Step step, string service, string key)
    {
        if (service is not ("ssm" or "ssm-secure"))
        {
            throw new TemplateException($"Dynamic references to {service} cannot be resolved: the embedded cloud has ssm and ssm-secure.");
        }

        return step.Call<GetParameterRequest, GetParameterResponse>("ssm", "GetParameter", new() { Name = key, WithDecryption = true }) switch
        {
            Outcome<GetParameterResponse>.Answered { Response.Parameter.Value: { } value } => value,
            _ => throw new TemplateException($"Parameters: [{service}:{key}] cannot be found."),
        };
    }
}
