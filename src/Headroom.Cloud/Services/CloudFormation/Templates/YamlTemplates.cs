using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Headroom.Cloud.Services.CloudFormation.Templates;

/// <summary>
/// YAML to JSON. A tag is the short form of a function: <c>!Sub x</c> is <c>Fn::Sub: x</c>, <c>!Ref x</c> is <c>Ref: x</c>,
/// <c>!GetAtt a.b</c> is <c>Fn::GetAtt: [a, b]</c>
/// (https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference.html).
/// </summary>
internal static partial class YamlTemplates
{
    internal static JsonNode? Parse(string text)
    {
        var stream = new YamlStream();
        stream.Load(new StringReader(text));
        return stream.Documents is [var document, ..] ? Node(document.RootNode) : null;
    }

    private static JsonNode? Node(YamlNode node)
    {
        var tag = node.Tag.IsEmpty ? "" : node.Tag.Value;
        return tag.StartsWith('!') && tag.Length > 1 ? Function(tag[1..], Content(node, isTagged: true)) : Content(node, isTagged: false);
    }

    private static JsonNode? Content(YamlNode node, bool isTagged) => node switch
    {
        YamlScalarNode scalar => Scalar(scalar, isTagged),
        YamlSequenceNode sequence => new JsonArray(sequence.Children.Select(Node).ToArray()),
        YamlMappingNode mapping => new JsonObject(mapping.Children.Select(pair =>
            KeyValuePair.Create(((YamlScalarNode)pair.Key).Value ?? "", Node(pair.Value)))),
        _ => throw new TemplateException($"Template format error: YAML node of an unsupported kind: {node.NodeType}"),
    };

    private static JsonObject Function(string name, JsonNode? argument) => name switch
    {
        "Ref" or "Condition" => new() { [name] = argument },
        "GetAtt" when argument is JsonValue text && text.GetValue<string>().Split('.', 2) is [var resource, var attribute] =>
            new() { ["Fn::GetAtt"] = new JsonArray(resource, attribute) },
        _ => new() { ["Fn::" + name] = argument },
    };

    // Dates and numbers with leading zeros (account ids) are text for CloudFormation; only plain scalars can be anything else.
    private static JsonValue? Scalar(YamlScalarNode scalar, bool isTagged)
    {
        var text = scalar.Value ?? "";
        if (scalar.Style != ScalarStyle.Plain || isTagged)
        {
            return JsonValue.Create(text);
        }

        return text switch
        {
            "" or "~" or "null" or "Null" or "NULL" => null,
            "true" or "True" or "TRUE" => JsonValue.Create(true),
            "false" or "False" or "FALSE" => JsonValue.Create(false),
            _ when WholeNumber().IsMatch(text) && long.TryParse(text, CultureInfo.InvariantCulture, out var whole) => JsonValue.Create(whole),
            _ when DecimalNumber().IsMatch(text) && double.TryParse(text, CultureInfo.InvariantCulture, out var number) => JsonValue.Create(number),
            _ => JsonValue.Create(text),
        };
    }

    [GeneratedRegex("^[-+]?(0|[1-9][0-9]*)$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 30_000)]
    private static partial Regex WholeNumber();

    [GeneratedRegex(@"^[-+]?(0|[1-9][0-9]*)?\.[0-9]+([eE][-+]?[0-9]+)?$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 30_000)]
    private static partial Regex DecimalNumber();
}
