namespace Headroom.Cloud.Tests.CloudFormation;

public sealed class TemplateTests
{
    private readonly TestCloud _cloud = new();
    private readonly StackClient _stacks;

    public TemplateTests() => _stacks = new(_cloud);

    [Theory]
    [InlineData("{", "JSON not well-formed")]
    [InlineData("a: [", "YAML not well-formed")]
    [InlineData("Resources: {}", "At least one Resources member must be defined.")]
    [InlineData("Colour: red\nResources: {P: {Type: T}}", "Invalid template property or properties [Colour]")]
    [InlineData("Resources: {P: {Properties: {}}}", "Every Resources object must contain a Type member.")]
    [InlineData("Resources: {P: {Type: T, Colour: red}}", "Invalid template resource property 'Colour'")]
    [InlineData("Resources: {P: {Type: T, Properties: {A: !Ref Nobody}}}", "Unresolved resource dependencies [Nobody] in the Resources block of the template")]
    [InlineData("Resources: {P: {Type: T, DependsOn: Nobody}}", "Unresolved resource dependencies [Nobody] in the Resources block of the template")]
    [InlineData("Resources: {P: {Type: T}}\nOutputs: {O: {Value: !GetAtt Q.Arn}}", "Unresolved resource dependencies [Q] in the Outputs block of the template")]
    [InlineData("Resources: {A: {Type: T, Properties: {X: !Ref B}}, B: {Type: T, DependsOn: A}}", "Circular dependency between resources: [A, B]")]
    [InlineData("Resources: {P: {Type: T, Condition: C}}", "Unresolved condition C")]
    [InlineData("Transform: AWS::Serverless-2016-10-31\nResources: {P: {Type: T}}", "No transform named AWS::Serverless-2016-10-31 found.")]
    [InlineData("Resources: {P: {Type: T, Properties: {A: [1, {B: ~}]}}}", "[/Resources/P/Properties/A/1/B] 'null' values are not allowed in templates")]
    [InlineData("Resources: {N: {Type: AWS::CloudFormation::Stack, Properties: {TemplateURL: x}}}", "has no nested stacks")]
    [InlineData("Parameters: {V: {Type: String}}\nResources: {P: {Type: T}}", "Parameters: [V] must have values")]
    [InlineData("Parameters: {V: {Type: String, Default: x, AllowedValues: [a, b]}}\nResources: {P: {Type: T}}", "parameter V must be one of AllowedValues [a, b]")]
    [InlineData("Parameters: {V: {Type: String, Default: x, AllowedPattern: '[0-9]+', ConstraintDescription: digits}}\nResources: {P: {Type: T}}", "Parameter V failed to satisfy constraint: digits")]
    [InlineData("Parameters: {V: {Type: Number, Default: 7, MaxValue: 5}}\nResources: {P: {Type: T}}", "Parameter V must be a number not greater than 5")]
    [InlineData("Parameters: {V: {Type: 'AWS::SSM::Parameter::Value<String>', Default: /none}}\nResources: {P: {Type: T}}", "Unable to fetch parameters [/none] from parameter store for this account.")]
    [InlineData("Resources: {P: {Type: T}}\nRules: {R: {Assertions: [{Assert: !Not [!Contains [[a], a]], AssertDescription: never a}]}}", "Rule R does not hold: never a")]
    [InlineData("Resources: {R: {Type: AWS::IAM::Role, Properties: {RoleName: x}}}", "Requires capabilities : [CAPABILITY_NAMED_IAM]")]
    public void What_cannot_be_is_refused_before_anything_is_made(string template, string reason) => _stacks.Refused(template).ShouldContain(reason);

    [Fact]
    public void A_parameter_that_the_template_does_not_have_is_refused() =>
        _stacks.Refused("Resources: {P: {Type: T}}", ("Colour", "red")).ShouldBe("Parameters: [Colour] do not exist in the template");

    [Fact]
    public void A_value_that_is_not_to_be_shown_is_not_shown()
    {
        var stack = _stacks.Create("s", "Parameters: {Secret: {Type: String, NoEcho: true}}\nResources: {P: {Type: T}}", ("Secret", "s3cret"));

        stack.Parameters!.Single().ParameterValue.ShouldBe("****");
    }

    [Fact]
    public void The_template_is_given_back_as_it_was_written()
    {
        const string template = "# a remark\nResources:\n  P: { Type: T }\n";
        _stacks.Create("s", template);

        _cloud.Call("cloudformation", "GetTemplate", new() { ["StackName"] = "s", ["TemplateStage"] = "Original" })["TemplateBody"]!.GetValue<string>().ShouldBe(template);
    }

    [Fact]
    public void A_resource_whose_condition_does_not_hold_is_not_made()
    {
        _stacks.Create("s", """
            Parameters: { Stage: { Type: String, Default: test } }
            Conditions: { IsProduction: !Equals [!Ref Stage, production] }
            Resources:
              Always: { Type: AWS::SSM::Parameter, Properties: { Type: String, Value: x } }
              Rarely: { Type: AWS::SSM::Parameter, Condition: IsProduction, Properties: { Type: String, Value: x } }
            Outputs:
              Name: { Value: !Ref Rarely, Condition: IsProduction }
            """).Outputs!.ShouldBeEmpty();

        _stacks.Resources("s").Keys.ShouldBe(["Always"]);
        _stacks.Update("s", _cloud.Call("cloudformation", "GetTemplate", new() { ["StackName"] = "s" })["TemplateBody"]!.GetValue<string>(), ("Stage", "production"));
        _stacks.Resources("s").Keys.ShouldBe(["Always", "Rarely"]);
    }
}
