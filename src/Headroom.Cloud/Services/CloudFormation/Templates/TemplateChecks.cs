using Headroom.Cloud.Services.CloudFormation.Intrinsics;

namespace Headroom.Cloud.Services.CloudFormation.Templates;

/// <summary>What must hold of a whole template before anything of it is made.</summary>
internal static class TemplateChecks
{
    internal static void Check(Template template)
    {
        if (template.Resources.Count == 0)
        {
            throw new TemplateException("Template format error: At least one Resources member must be defined.");
        }

        CheckReferences(template, template.Resources.Values.SelectMany(resource => resource.Dependencies), "Resources");
        var mentioned = template.Outputs.Values.SelectMany(output => References.In(output.Value).Concat(References.In(output.ExportName)));
        CheckReferences(template, mentioned, "Outputs");
        CheckConditions(template);
        CheckCycles(template);
    }

    private static void CheckReferences(Template template, IEnumerable<string> names, string block)
    {
        var unresolved = names.Distinct()
            .Where(name => !template.Resources.ContainsKey(name) && !template.Parameters.ContainsKey(name) && !PseudoParameters.Is(name))
            .ToList();
        if (unresolved.Count > 0)
        {
            throw new TemplateException(
                $"Template format error: Unresolved resource dependencies [{string.Join(", ", unresolved)}] in the {block} block of the template");
        }
    }

    private static void CheckConditions(Template template)
    {
        var used = template.Resources.Values.Select(resource => resource.Condition).Concat(template.Outputs.Values.Select(output => output.Condition));
        if (used.OfType<string>().FirstOrDefault(name => !template.Conditions.ContainsKey(name)) is { } unknown)
        {
            throw new TemplateException($"Template format error: Unresolved condition {unknown}");
        }
    }

    private static void CheckCycles(Template template)
    {
        // Take away, again and again, what depends on nothing that is left; a rest is a circle.
        var left = template.Resources.Keys.ToHashSet();
        while (left.RemoveWhere(name => !template.Resources[name].Dependencies.Any(left.Contains)) > 0)
        {
        }

        if (left.Count > 0)
        {
            throw new TemplateException($"Circular dependency between resources: [{string.Join(", ", template.Resources.Keys.Where(left.Contains))}]");
        }
    }
}
