using Headroom.Wire.Shapes.CloudFormation;

namespace Headroom.Cloud.Tests.CloudFormation;

public sealed class ChangeSetTests
{
    private const string Template = """
        Resources:
          First: { Type: AWS::SSM::Parameter, Properties: { Name: /first, Type: String, Value: a } }
          Second: { Type: AWS::SSM::Parameter, Properties: { Name: /second, Type: String, Value: !Ref First } }
          Third: { Type: AWS::SSM::Parameter, Properties: { Type: String, Value: c } }
        """;

    private readonly TestCloud _cloud = new();
    private readonly StackClient _stacks;

    public ChangeSetTests() => _stacks = new(_cloud);

    [Fact]
    public void A_change_set_for_a_new_stack_makes_it_once_it_is_executed()
    {
        var made = Make("s", Template, "CREATE");

        _stacks.Describe("s").StackStatus.ShouldBe("REVIEW_IN_PROGRESS");
        Describe(made.Id!).Changes!.Select(change => $"{change.ResourceChange!.Action} {change.ResourceChange.LogicalResourceId}")
            .ShouldBe(["Add First", "Add Second", "Add Third"]);

        _cloud.Call("cloudformation", "ExecuteChangeSet", new() { ["ChangeSetName"] = made.Id, ["StackName"] = "s" });

        var stack = _stacks.Rest("s");
        stack.StackStatus.ShouldBe("CREATE_COMPLETE");
        stack.StackId.ShouldBe(made.StackId);
        stack.ChangeSetId.ShouldBe(made.Id);
    }

    [Fact]
    public void A_change_set_foresees_what_is_replaced_and_what_follows_from_that()
    {
        _stacks.Create("s", Template);

        var changes = Describe(Make("s", """
            Resources:
              First: { Type: AWS::SSM::Parameter, Properties: { Name: /renamed, Type: String, Value: b } }
              Second: { Type: AWS::SSM::Parameter, Properties: { Name: /second, Type: String, Value: !Ref First } }
            """, "UPDATE").Id!).Changes!.Select(change => change.ResourceChange!).ToDictionary(change => change.LogicalResourceId!);

        changes["First"].Replacement.ShouldBe("True");
        changes["First"].Details!.Select(detail => $"{detail.Target!.Name} {detail.Target.RequiresRecreation} {detail.ChangeSource}")
            .ShouldBe(["Name Always DirectModification", "Value Never DirectModification"]);
        changes["Second"].Replacement.ShouldBe("False");
        changes["Second"].Details!.Single().ShouldSatisfyAllConditions(
            detail => detail.Evaluation.ShouldBe("Dynamic"),
            detail => detail.ChangeSource.ShouldBe("ResourceReference"),
            detail => detail.CausingEntity.ShouldBe("First"),
            detail => detail.Target!.BeforeValue.ShouldBe("/first"));
        changes["Third"].Action.ShouldBe("Remove");
    }

    [Fact]
    public void A_change_set_for_a_stack_that_cannot_have_its_name_is_refused()
    {
        var refusal = _cloud.Refused("cloudformation", "CreateChangeSet", new()
        {
            ["StackName"] = "my_stack", ["ChangeSetName"] = "c", ["ChangeSetType"] = "CREATE", ["TemplateBody"] = Template,
        });

        refusal.Code.ShouldBe("ValidationError");
        refusal.Message.ShouldContain("Value 'my_stack' at 'stackName' failed to satisfy constraint");
    }

    [Fact]
    public void A_change_set_without_changes_has_failed_and_says_so()
    {
        _stacks.Create("s", Template);

        var changeSet = Describe(Make("s", Template, "UPDATE").Id!);

        changeSet.Status.ShouldBe("FAILED");
        changeSet.StatusReason.ShouldBe("The submitted information didn't contain changes. Submit different information to create a change set.");
        _cloud.Refused("cloudformation", "ExecuteChangeSet", new() { ["ChangeSetName"] = changeSet.ChangeSetId }).Code.ShouldBe("InvalidChangeSetStatus");
    }

    [Fact]
    public void Deleting_a_change_set_that_is_not_there_succeeds_as_long_as_the_stack_is()
    {
        _stacks.Create("s", Template);

        _cloud.Call("cloudformation", "DeleteChangeSet", new() { ["ChangeSetName"] = "never", ["StackName"] = "s" });
        _cloud.Refused("cloudformation", "DescribeChangeSet", new() { ["ChangeSetName"] = "never", ["StackName"] = "s" }).Code.ShouldBe("ChangeSetNotFound");
        _cloud.Refused("cloudformation", "DeleteChangeSet", new() { ["ChangeSetName"] = "never", ["StackName"] = "none" }).Code.ShouldBe("ValidationError");
    }

    [Fact]
    public void A_previous_value_is_kept_by_its_parameter()
    {
        const string template = "Parameters: { V: { Type: String, Default: d } }\nResources: { P: { Type: AWS::SSM::Parameter, Properties: { Type: String, Value: !Ref V } } }\n";
        _stacks.Create("s", template, ("V", "given"));

        var changeSet = _cloud.Call<CreateChangeSetRequest, CreateChangeSetResponse>("cloudformation", "CreateChangeSet", new()
        {
            StackName = "s",
            ChangeSetName = "c",
            TemplateBody = template + "Outputs: { O: { Value: !GetAtt P.Value } }\n",
            Parameters = [new() { ParameterKey = "V", UsePreviousValue = true }],
        });
        _cloud.Call("cloudformation", "ExecuteChangeSet", new() { ["ChangeSetName"] = changeSet.Id });

        StackClient.Outputs(_stacks.Rest("s"))["O"].ShouldBe("given");
    }

    private CreateChangeSetResponse Make(string stack, string template, string type) =>
        _cloud.Call<CreateChangeSetRequest, CreateChangeSetResponse>("cloudformation", "CreateChangeSet", new()
        {
            StackName = stack,
            ChangeSetName = "c",
            ChangeSetType = type,
            TemplateBody = template,
        });

    private DescribeChangeSetResponse Describe(string changeSet) => _cloud.Call<DescribeChangeSetRequest, DescribeChangeSetResponse>(
        "cloudformation", "DescribeChangeSet", new() { ChangeSetName = changeSet, IncludePropertyValues = true });
}
