namespace Headroom.Cloud.Tests.Ssm;

public sealed class ParameterTests
{
    private readonly TestCloud _cloud = new();

    [Fact]
    public void A_parameter_keeps_its_versions()
    {
        Put("/a/b", "one");
        _cloud.Refused("ssm", "PutParameter", new() { ["Name"] = "/a/b", ["Value"] = "two", ["Type"] = "String" }).Code.ShouldBe("ParameterAlreadyExists");
        _cloud.Call("ssm", "PutParameter", new() { ["Name"] = "/a/b", ["Value"] = "two", ["Overwrite"] = true })["Version"]!.GetValue<long>().ShouldBe(2);

        Value("/a/b").ShouldBe("two");
        Value("/a/b:1").ShouldBe("one");
        Value("arn:aws:ssm:us-east-1:123456789012:parameter/a/b").ShouldBe("two");
        _cloud.Refused("ssm", "GetParameter", new() { ["Name"] = "/a/b:9" }).Code.ShouldBe("ParameterVersionNotFound");
        _cloud.Refused("ssm", "GetParameter", new() { ["Name"] = "/none" }).Code.ShouldBe("ParameterNotFound");
    }

    [Fact]
    public void A_path_shows_what_is_directly_or_anywhere_below_it()
    {
        Put("/app/one", "1");
        Put("/app/deep/two", "2");
        Put("/apple", "3");

        Below(recursive: false).ShouldBe(["/app/one"]);
        Below(recursive: true).ShouldBe(["/app/deep/two", "/app/one"]);
    }

    private void Put(string name, string value) => _cloud.Call("ssm", "PutParameter", new() { ["Name"] = name, ["Value"] = value, ["Type"] = "String" });

    private string Value(string name) => _cloud.Call("ssm", "GetParameter", new() { ["Name"] = name })["Parameter"]!["Value"]!.GetValue<string>();

    private List<string> Below(bool recursive) => _cloud.Call("ssm", "GetParametersByPath", new() { ["Path"] = "/app", ["Recursive"] = recursive })["Parameters"]!.AsArray()
        .Select(parameter => parameter!["Name"]!.GetValue<string>()).ToList();
}
