using Headroom.Notifier.Aws;

namespace Headroom.Notifier.Tests.Aws;

public sealed class SignatureV4Tests
{
    private static readonly Credentials Example = new("AKIDEXAMPLE", "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY", SessionToken: null);

    [Fact]
    public void A_request_is_signed_as_in_the_test_suite_that_AWS_published()
    {
        var headers = new SortedDictionary<string, string>(StringComparer.Ordinal)
        {
            ["host"] = "example.amazonaws.com",
            ["x-amz-date"] = "20150830T123600Z",
        };

        new SignatureV4(Example, "us-east-1", "service").Authorization("/", headers, []).ShouldBe(
            "AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20150830/us-east-1/service/aws4_request, SignedHeaders=host;x-amz-date, " +
            "Signature=5da7c1a2acd57cee7505fc6676e4e544621c30862966e37dddb68e92efbe5d6b");
    }

    [Fact]
    public void The_body_and_each_signed_header_change_the_signature()
    {
        var headers = new SortedDictionary<string, string>(StringComparer.Ordinal)
        {
            ["host"] = "example.amazonaws.com",
            ["x-amz-date"] = "20150830T123600Z",
            ["x-amz-target"] = "A.B",
        };
        var otherHeaders = new SortedDictionary<string, string>(headers, StringComparer.Ordinal) { ["x-amz-target"] = "A.C" };
        var signature = new SignatureV4(Example, "us-east-1", "states");

        string[] authorizations =
        [
            signature.Authorization("/", headers, "{}"u8.ToArray()),
            signature.Authorization("/", headers, "[]"u8.ToArray()),
            signature.Authorization("/", otherHeaders, "{}"u8.ToArray()),
            (signature with { Region = "eu-west-1" }).Authorization("/", headers, "{}"u8.ToArray()),
            (signature with { Service = "sqs" }).Authorization("/", headers, "{}"u8.ToArray()),
        ];

        authorizations.ShouldBeUnique();
    }
}
