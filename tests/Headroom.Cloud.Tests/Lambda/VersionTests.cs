using System.Text.Json.Nodes;

namespace Headroom.Cloud.Tests.Lambda;

public sealed class VersionTests
{
    private readonly TestCloud _cloud = new();

    public VersionTests()
    {
        _cloud.Create("f");
        _cloud.Call("lambda", "PublishVersion", Named());
        _cloud.Call("lambda", "CreateAlias", Named(("Name", "live"), ("FunctionVersion", "1")));
    }

    [Fact]
    public void The_unpublished_version_goes_with_the_function_only()
    {
        _cloud.Refused("lambda", "DeleteFunction", Named(("Qualifier", "$LATEST"))).Code.ShouldBe("InvalidParameterValueException");

        _cloud.Call("lambda", "ListFunctions", [])["Functions"]!.AsArray().Count.ShouldBe(1);
    }

    [Fact]
    public void A_version_that_an_alias_names_is_not_deleted()
    {
        var refusal = _cloud.Refused("lambda", "DeleteFunction", Named(("Qualifier", "1")));

        refusal.Code.ShouldBe("ResourceConflictException");
        refusal.Message.ShouldBe("Unable to delete version because the following aliases reference it: [live]");
        _cloud.Call("lambda", "DeleteAlias", Named(("Name", "live")));
        _cloud.Call("lambda", "DeleteFunction", Named(("Qualifier", "1")));
        _cloud.Refused("lambda", "GetFunction", Named(("Qualifier", "1"))).Code.ShouldBe("ResourceNotFoundException");
    }

    [Theory]
    [InlineData("UpdateFunctionConfiguration", "MemorySize", 256)]
    [InlineData("PublishVersion", "Description", "x")]
    [InlineData("UpdateAlias", "Name", "live")]
    public void Who_changes_a_revision_that_is_no_longer_the_latest_is_refused(string operation, string member, object value)
    {
        var request = Named(("RevisionId", "00000000-0000-0000-0000-000000000000"));
        request[member] = JsonValue.Create(value);

        _cloud.Refused("lambda", operation, request).Code.ShouldBe("PreconditionFailedException");
    }

    [Fact]
    public void A_change_of_the_latest_revision_is_made()
    {
        var revision = (string)_cloud.Call("lambda", "GetFunctionConfiguration", Named())["RevisionId"]!;

        _cloud.Call("lambda", "UpdateFunctionConfiguration", Named(("RevisionId", revision), ("Description", "new")));
    }

    [Fact]
    public void A_variable_that_Lambda_sets_itself_cannot_be_set() => _cloud.Refused("lambda", "UpdateFunctionConfiguration", new()
    {
        ["FunctionName"] = "f",
        ["Environment"] = new JsonObject { ["Variables"] = new JsonObject { ["AWS_REGION"] = "eu-west-1", ["MINE"] = "x" } },
    }).Message.ShouldEndWith("Reserved keys used in this request: AWS_REGION");

    private static JsonObject Named(params (string Member, string Value)[] members)
    {
        var request = new JsonObject { ["FunctionName"] = "f" };
        foreach (var (member, value) in members)
        {
            request[member] = value;
        }

        return request;
    }
}
