using System.Text.Json;
using System.Text.Json.Nodes;
using YamlDotNet.Core;

namespace Headroom.Cloud.Services.CloudFormation.Templates;

/// <summary>Text to JSON, whichever of CloudFormation's two notations it is in.</summary>
internal static class TemplateSyntax
{
    private static readonly JsonDocumentOptions Options = new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip };

    /// <summary>The template as a JSON object; YAML's short tags become their long form.</summary>
    /// <exception cref="TemplateException">It is neither JSON nor YAML, or no object.</exception>
    internal static JsonObject Parse(string text)
    {
        try
        {
            var node = text.TrimStart().StartsWith('{') ? JsonNode.Parse(text, documentOptions: Options) : YamlTemplates.Parse(text);
            return node as JsonObject ?? throw new TemplateException("Template format error: unsupported structure.");
        }
        catch (JsonException problem)
        {
            throw new TemplateException(
                $"Template format error: JSON not well-formed. (line {problem.LineNumber + 1}, column {problem.BytePositionInLine + 1})");
        }
        catch (ArgumentException)
        {
            throw new TemplateException("Template format error: JSON not well-formed: a name occurs twice in one object.");
        }
        catch (YamlException problem)
        {
            throw new TemplateException($"Template format error: YAML not well-formed. (line {problem.Start.Line}, column {problem.Start.Column})");
        }
    }
}
