using System.Text.Json.Nodes;
using Headroom.Cloud.Tests.CloudFormation;

namespace Headroom.Cloud.Tests.DynamoDb;

public sealed class TableResourceTests
{
    private readonly TestCloud _cloud = new();

    [Fact]
    public void A_table_of_a_stack_is_made_as_the_template_says_changed_and_removed()
    {
        var stacks = new StackClient(_cloud);
        _cloud.Call("cloudformation", "CreateStack", new() { ["StackName"] = "s", ["TemplateBody"] = Template("5", """, "TimeToLiveSpecification": {"AttributeName": "until", "Enabled": "true"}""") });
        stacks.Rest("s").StackStatus.ShouldBe("CREATE_COMPLETE");

        var table = Describe();
        table["ProvisionedThroughput"]!["ReadCapacityUnits"]!.GetValue<int>().ShouldBe(5);
        _cloud.Call("dynamodb", "DescribeTimeToLive", new() { ["TableName"] = "t" })["TimeToLiveDescription"]!["AttributeName"]!.ToString().ShouldBe("until");
        _cloud.Call("dynamodb", "ListTagsOfResource", new() { ["ResourceArn"] = table["TableArn"]!.ToString() })["Tags"]!.AsArray()
            .Select(tag => (string)tag!["Key"]!).ShouldContain("aws:cloudformation:stack-name");

        _cloud.Call("cloudformation", "UpdateStack", new() { ["StackName"] = "s", ["TemplateBody"] = Template("7", "") });
        stacks.Rest("s").StackStatus.ShouldBe("UPDATE_COMPLETE");

        Describe()["ProvisionedThroughput"]!["ReadCapacityUnits"]!.GetValue<int>().ShouldBe(7);
        _cloud.Call("dynamodb", "DescribeTimeToLive", new() { ["TableName"] = "t" })["TimeToLiveDescription"]!["TimeToLiveStatus"]!.ToString().ShouldBe("DISABLED");

        stacks.Delete("s");
        _cloud.Call("dynamodb", "ListTables", [])["TableNames"]!.AsArray().ShouldBeEmpty();
    }

    private JsonNode Describe() => _cloud.Call("dynamodb", "DescribeTable", new() { ["TableName"] = "t" })["Table"]!;

    private static string Template(string reads, string more) => """
        {"Resources": {"T": {"Type": "AWS::DynamoDB::Table", "Properties": {"TableName": "t",
          "AttributeDefinitions": [{"AttributeName": "pk", "AttributeType": "S"}], "KeySchema": [{"AttributeName": "pk", "KeyType": "HASH"}],
          "ProvisionedThroughput": {"ReadCapacityUnits": "READS", "WriteCapacityUnits": 1} MORE }}}}
        """.Replace("READS", reads, StringComparison.Ordinal).Replace("MORE", more, StringComparison.Ordinal);
}
