namespace Headroom.Cloud.Tests.CloudFormation;

public sealed class StackTests
{
    private const string Template = """
        Parameters:
          Greeting: { Type: String, Default: hello }
        Resources:
          Second:
            Type: AWS::SSM::Parameter
            Properties: { Name: /second, Type: String, Value: !Sub "${First.Value} again" }
          First:
            Type: AWS::SSM::Parameter
            Properties: { Name: /first, Type: String, Value: !Ref Greeting }
        Outputs:
          Said: { Value: !GetAtt Second.Value }
        """;

    private readonly TestCloud _cloud = new();
    private readonly StackClient _stacks;

    public StackTests() => _stacks = new(_cloud);

    [Fact]
    public void A_stack_is_made_in_the_order_that_its_references_ask_for()
    {
        var stack = _stacks.Create("s", Template, ("Greeting", "good morning"));

        stack.StackStatus.ShouldBe("CREATE_COMPLETE");
        StackClient.Outputs(stack)["Said"].ShouldBe("good morning again");
        _stacks.History("s").ShouldBe(
        [
            "s CREATE_IN_PROGRESS",
            "First CREATE_IN_PROGRESS",
            "First CREATE_IN_PROGRESS",
            "First CREATE_COMPLETE",
            "Second CREATE_IN_PROGRESS",
            "Second CREATE_IN_PROGRESS",
            "Second CREATE_COMPLETE",
            "s CREATE_COMPLETE",
        ]);
    }

    [Fact]
    public void A_failed_creation_leaves_nothing_and_says_why()
    {
        _cloud.Call("ssm", "PutParameter", new() { ["Name"] = "/second", ["Value"] = "mine", ["Type"] = "String" });

        var stack = _stacks.Create("s", Template);

        stack.StackStatus.ShouldBe("ROLLBACK_COMPLETE");
        _stacks.Events("s").Single(happened => happened.ResourceStatus == "CREATE_FAILED").ResourceStatusReason.ShouldNotBeNull().ShouldContain("already exists");
        _stacks.Events("s").Single(happened => happened.ResourceStatus == "ROLLBACK_IN_PROGRESS").ResourceStatusReason
            .ShouldBe("The following resource(s) failed to create: [Second]. Rollback requested by user.");
        _cloud.Refused("ssm", "GetParameter", new() { ["Name"] = "/first" }).Code.ShouldBe("ParameterNotFound");
        _cloud.Call("ssm", "GetParameter", new() { ["Name"] = "/second" })["Parameter"]!["Value"]!.GetValue<string>().ShouldBe("mine");
    }

    [Fact]
    public void An_update_changes_in_place_what_can_be_changed_and_replaces_the_rest()
    {
        _stacks.Create("s", Template);

        var stack = _stacks.Update("s", Template.Replace("/first", "/renamed", StringComparison.Ordinal), ("Greeting", "bye"));

        stack.StackStatus.ShouldBe("UPDATE_COMPLETE");
        _stacks.Resources("s").ShouldBe(new Dictionary<string, string?> { ["First"] = "/renamed", ["Second"] = "/second" }, ignoreOrder: true);
        _cloud.Call("ssm", "GetParameter", new() { ["Name"] = "/second" })["Parameter"]!["Value"]!.GetValue<string>().ShouldBe("bye again");
        _cloud.Refused("ssm", "GetParameter", new() { ["Name"] = "/first" }).Code.ShouldBe("ParameterNotFound");
        _stacks.History("s").SkipWhile(line => line != "s UPDATE_IN_PROGRESS").ShouldBe(
        [
            "s UPDATE_IN_PROGRESS",
            "First UPDATE_IN_PROGRESS",
            "First UPDATE_IN_PROGRESS",
            "First UPDATE_COMPLETE",
            "Second UPDATE_IN_PROGRESS",
            "Second UPDATE_COMPLETE",
            "s UPDATE_COMPLETE_CLEANUP_IN_PROGRESS",
            "First DELETE_IN_PROGRESS",
            "First DELETE_COMPLETE",
            "s UPDATE_COMPLETE",
        ]);
    }

    [Fact]
    public void A_failed_update_puts_everything_back_also_what_was_replaced()
    {
        _stacks.Create("s", Template);
        _cloud.Call("ssm", "PutParameter", new() { ["Name"] = "/taken", ["Value"] = "mine", ["Type"] = "String" });

        var template = Template.Replace("/first", "/renamed", StringComparison.Ordinal).Replace("/second", "/taken", StringComparison.Ordinal);
        var stack = _stacks.Update("s", template, ("Greeting", "bye"));

        stack.StackStatus.ShouldBe("UPDATE_ROLLBACK_COMPLETE");
        stack.Parameters!.Single().ParameterValue.ShouldBe("hello");
        StackClient.Outputs(stack)["Said"].ShouldBe("hello again");
        _stacks.Resources("s").ShouldBe(new Dictionary<string, string?> { ["First"] = "/first", ["Second"] = "/second" }, ignoreOrder: true);
        _cloud.Call("ssm", "GetParameter", new() { ["Name"] = "/first" })["Parameter"]!["Value"]!.GetValue<string>().ShouldBe("hello");
        _cloud.Refused("ssm", "GetParameter", new() { ["Name"] = "/renamed" }).Code.ShouldBe("ParameterNotFound");
        _cloud.Call("ssm", "GetParameter", new() { ["Name"] = "/taken" })["Parameter"]!["Value"]!.GetValue<string>().ShouldBe("mine");
    }

    [Fact]
    public void A_deleted_stack_is_gone_by_name_and_readable_by_its_ARN()
    {
        var id = _stacks.Create("s", Template).StackId!;

        var deleted = _stacks.Delete("s");

        deleted.StackStatus.ShouldBe("DELETE_COMPLETE");
        deleted.StackId.ShouldBe(id);
        _cloud.Refused("cloudformation", "DescribeStacks", new() { ["StackName"] = "s" }).Message.ShouldBe("Stack with id s does not exist");
        _stacks.History(id).TakeLast(5).ShouldBe(["Second DELETE_IN_PROGRESS", "Second DELETE_COMPLETE", "First DELETE_IN_PROGRESS", "First DELETE_COMPLETE", "s DELETE_COMPLETE"]);
    }

    [Fact]
    public void What_is_to_be_retained_outlives_its_stack()
    {
        _stacks.Create("s", Template.Replace("  First:\n", "  First:\n    DeletionPolicy: Retain\n", StringComparison.Ordinal));

        _stacks.Delete("s").StackStatus.ShouldBe("DELETE_COMPLETE");

        _cloud.Call("ssm", "GetParameter", new() { ["Name"] = "/first" });
    }

    [Fact]
    public void An_update_that_changes_nothing_is_refused()
    {
        _stacks.Create("s", Template);

        _cloud.Refused("cloudformation", "UpdateStack", new() { ["StackName"] = "s", ["TemplateBody"] = Template }).Message.ShouldBe("No updates are to be performed.");
    }

    [Theory]
    [InlineData("1s", null, "Value '1s' at 'stackName' failed to satisfy constraint: Member must satisfy regular expression pattern: [a-zA-Z][-a-zA-Z0-9]*")]
    [InlineData("my_stack", null, "Value 'my_stack' at 'stackName' failed to satisfy constraint: Member must satisfy regular expression pattern: [a-zA-Z][-a-zA-Z0-9]*")]
    [InlineData("s", "DELETE", "Either DisableRollback or OnFailure can be specified, not both.")]
    public void What_a_stack_cannot_be_made_with_is_refused(string name, string? onFailure, string message)
    {
        var refusal = _cloud.Refused("cloudformation", "CreateStack", new()
        {
            ["StackName"] = name, ["TemplateBody"] = Template, ["OnFailure"] = onFailure, ["DisableRollback"] = true,
        });

        refusal.Code.ShouldBe("ValidationError");
        refusal.Message.ShouldEndWith(message);
    }

    [Fact]
    public void Termination_protection_keeps_a_stack()
    {
        _stacks.Create("s", Template);
        _cloud.Call("cloudformation", "UpdateTerminationProtection", new() { ["StackName"] = "s", ["EnableTerminationProtection"] = true });

        _cloud.Refused("cloudformation", "DeleteStack", new() { ["StackName"] = "s" }).Message.ShouldBe("Stack [s] cannot be deleted while TerminationProtection is enabled");
    }

    [Fact]
    public void An_export_in_use_keeps_its_stack_and_its_value()
    {
        const string exporting = """
            Parameters: { Value: { Type: String, Default: a } }
            Resources: { P: { Type: AWS::SSM::Parameter, Properties: { Name: /p, Type: String, Value: !Ref Value } } }
            Outputs: { Out: { Value: !GetAtt P.Value, Export: { Name: shared } } }
            """;
        const string importing = """
            Resources: { Q: { Type: AWS::SSM::Parameter, Properties: { Name: /q, Type: String, Value: !ImportValue shared } } }
            """;
        _stacks.Create("exporting", exporting);
        _stacks.Create("importing", importing).StackStatus.ShouldBe("CREATE_COMPLETE");
        _cloud.Call("ssm", "GetParameter", new() { ["Name"] = "/q" })["Parameter"]!["Value"]!.GetValue<string>().ShouldBe("a");

        _stacks.Update("exporting", exporting, ("Value", "b")).StackStatus.ShouldBe("UPDATE_ROLLBACK_COMPLETE");
        _stacks.Delete("exporting").StackStatusReason.ShouldBe("Export shared cannot be deleted as it is in use by importing");
        _stacks.Delete("importing").StackStatus.ShouldBe("DELETE_COMPLETE");
        _stacks.Delete("exporting").StackStatus.ShouldBe("DELETE_COMPLETE");
    }

    [Fact]
    public void A_resource_type_outside_the_scope_is_kept_as_an_inert_record_that_says_so()
    {
        var stack = _stacks.Create("s", """
            Resources:
              Vpc: { Type: AWS::EC2::VPC, Properties: { CidrBlock: 10.0.0.0/16 } }
            Outputs:
              Block: { Value: !GetAtt Vpc.CidrBlock }
            """);

        stack.StackStatus.ShouldBe("CREATE_COMPLETE");
        StackClient.Outputs(stack)["Block"].ShouldBe("10.0.0.0/16");
        _stacks.Resources("s")["Vpc"].ShouldNotBeNull().ShouldMatch("^vpc-[0-9a-f]{17}$");
        _stacks.Events("s").Single(happened => happened is { LogicalResourceId: "Vpc", ResourceStatus: "CREATE_COMPLETE" }).ResourceStatusReason
            .ShouldBe("kept as an inert record: the embedded cloud has no AWS::EC2::VPC");
    }

    [Fact]
    public void A_stack_with_a_role_can_do_what_the_role_can()
    {
        _cloud.Call("iam", "CreateRole", new()
        {
            ["RoleName"] = "weak",
            ["AssumeRolePolicyDocument"] =
                """{"Statement":{"Effect":"Allow","Principal":{"Service":"cloudformation.amazonaws.com"},"Action":"sts:AssumeRole"}}""",
        });

        _cloud.Call("cloudformation", "CreateStack", new()
        {
            ["StackName"] = "s",
            ["TemplateBody"] = Template,
            ["RoleARN"] = "arn:aws:iam::123456789012:role/weak",
        });

        _stacks.Rest("s").StackStatus.ShouldBe("ROLLBACK_COMPLETE");
        _stacks.Events("s").Single(happened => happened.ResourceStatus == "CREATE_FAILED").ResourceStatusReason.ShouldNotBeNull()
            .ShouldStartWith("User: arn:aws:sts::123456789012:assumed-role/weak/AWSCloudFormation is not authorized to perform: ssm:PutParameter");
    }
}
