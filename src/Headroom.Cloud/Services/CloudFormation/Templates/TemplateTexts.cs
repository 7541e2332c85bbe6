using System.Runtime.CompilerServices;

namespace Headroom.Cloud.Services.CloudFormation.Templates;

/// <summary>Templates by their text: a deployment looks at the same one at each of its steps, and it is read once.</summary>
internal static class TemplateTexts
{
    private static readonly ConditionalWeakTable<string, Template> Known = [];

    /// <summary>The template of this text.</summary>
    /// <exception cref="TemplateException">It is none.</exception>
    internal static Template Read(string text) => Known.GetValue(text, static text => TemplateReader.Read(TemplateSyntax.Parse(text)));
}
