using System.Text.Json;
using System.Text.Json.Nodes;
using Headroom.Cloud.Services.CloudFormation.Intrinsics;
using Headroom.Cloud.Services.CloudFormation.Templates;

namespace Headroom.Cloud.Tests.CloudFormation;

public sealed class FunctionTests
{
    private static readonly JsonSerializerOptions Plain = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static IEnumerable<TheoryDataRow<string, string>> Cases() =>
        from line in File.ReadLines(Path.Combine(AppContext.BaseDirectory, "CloudFormation", "functions.txt"))
        where line.Length > 0 && !line.StartsWith("# ", StringComparison.Ordinal)
        let columns = line.Split(" => ", 2)
        select new TheoryDataRow<string, string>(columns[0], columns[1]);

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_function_gives_way_to_its_value(string written, string expected)
    {
        var part = TemplateSyntax.Parse($"Value: {written}\n")["Value"];

        if (expected.StartsWith("! ", StringComparison.Ordinal))
        {
            Should.Throw<TemplateException>(() => Resolver.Resolve(Scope(), part)).Message.ShouldContain(expected[2..]);
        }
        else
        {
            (Resolver.Resolve(Scope(), part)?.ToJsonString(Plain) ?? "null").ShouldBe(expected);
        }
    }

    private static Scope Scope()
    {
        var settings = new CloudSettings("123456789012", "us-east-1", "http://127.0.0.1:4566");
        return new()
        {
            Template = new()
            {
                Mappings = JsonNode.Parse("""{"Sizes":{"small":{"cpu":256}}}""")!.AsObject(),
                Conditions = new Dictionary<string, JsonNode?>
                {
                    ["Yes"] = JsonNode.Parse("""{"Fn::Equals":["a","a"]}"""),
                    ["No"] = JsonNode.Parse("""{"Fn::Not":[{"Condition":"Yes"}]}"""),
                },
            },
            Values = PseudoParameters.Of(settings, "arn:stack", "stack", [])
                .Append(KeyValuePair.Create<string, JsonNode?>("Name", "web"))
                .Append(KeyValuePair.Create<string, JsonNode?>("Zones", new JsonArray("a", "b")))
                .ToDictionary(),
            Region = settings.Region,
            Ref = name => name == "Bucket" ? "my-bucket" : throw new TemplateException($"Unresolved {name}"),
            GetAtt = (name, attribute) => (name, attribute) == ("Bucket", "Arn") ? "arn:bucket" : throw new TemplateException($"Unresolved {name}.{attribute}"),
            Import = name => name == "shared" ? "exported" : null,
            Dynamic = (service, key) => (service, key) == ("ssm", "/key") ? "value" : throw new TemplateException($"Unresolved {key}"),
        };
    }
}
