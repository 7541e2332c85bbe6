using System.Security.Cryptography;
using System.Text;
using Headroom.Cloud.Kernel;
using Headroom.Cloud.Services.CloudFormation.ChangeSets;
using Headroom.Cloud.Services.CloudFormation.Templates;
using Headroom.Cloud.Store;
using Headroom.Wire.Shapes.CloudFormation;

namespace Headroom.Cloud.Services.CloudFormation;

/// <summary>A template as it was given.</summary>
internal sealed record TemplateText(string Body);

/// <summary>The tables of the room.</summary>
internal static class CloudFormationState
{
    /// <summary>The room's name.</summary>
    internal const string Service = "cloudformation";

    /// <summary>By ARN.</summary>
    internal static readonly TableName<StackRecord> Stacks = new("cloudformation/stacks");

    /// <summary>By <see cref="StackResourceRecord.Key"/>.</summary>
    internal static readonly TableName<StackResourceRecord> Resources = new("cloudformation/resources");

    /// <summary>By the stack's ARN and a running number.</summary>
    internal static readonly TableName<StackEvent> Events = new("cloudformation/events");

    /// <summary>By ARN.</summary>
    internal static readonly TableName<ChangeSetRecord> ChangeSets = new("cloudformation/change-sets");

    /// <summary>By digest: stacks and change sets share texts, and are rewritten at each step without them.</summary>
    internal static readonly TableName<TemplateText> Templates = new("cloudformation/templates");

    /// <summary>Keeps a template's text; its key.</summary>
    internal static string Keep(Step step, string body)
    {
        var id = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(body)));
        if (step.Table(Templates).Find(id) is null)
        {
            step.Table(Templates).Put(id, new(body));
        }

        return id;
    }

    /// <summary>The template of a version that was checked when it was kept.</summary>
    internal static Template TemplateOf(Step step, StackVersion version) =>
        version.TemplateId.Length == 0 ? Template.Empty : TemplateTexts.Read(step.Table(Templates).Get(version.TemplateId).Body);
}
