using System.Globalization;
using Headroom.Wire.Client;
using Headroom.Wire.Descriptions;
using Headroom.Wire.Http;
using Headroom.Wire.Signatures;

namespace Headroom.Wire.Tests.Signatures;

public class SignatureTests
{
    private static readonly DateTimeOffset Noon = DateTimeOffset.Parse("2026-03-01T12:00:00Z", CultureInfo.InvariantCulture);
    private static readonly RequestSigner Signer = new("AKIDEXAMPLE", "secret", "token");

    [Fact]
    public void What_the_owner_of_a_key_signed_is_valid()
    {
        var verdict = Verify(Signed("ecs"), Noon).ShouldBeOfType<SignatureVerdict.Valid>();

        verdict.Scope.ShouldBe(new CredentialScope("AKIDEXAMPLE", "20260301", "us-east-1", "ecs"));
        verdict.SessionToken.ShouldBe("token");
    }

    [Fact]
    public void A_request_without_a_signature_is_unsigned() =>
        Verify(Request, Noon).ShouldBeOfType<SignatureVerdict.Unsigned>();

    [Fact]
    public void Another_body_than_the_one_signed_does_not_match() =>
        Verify(Signed("ecs") with { Body = "{}"u8.ToArray() }, Noon).ShouldBeOfType<SignatureVerdict.Mismatch>();

    [Fact]
    public void Another_query_than_the_one_signed_does_not_match() =>
        Verify(Signed("ecs") with { RawQuery = "b=2&a=3" }, Noon).ShouldBeOfType<SignatureVerdict.Mismatch>();

    [Fact]
    public void The_order_of_a_query_does_not_matter() =>
        Verify(Signed("ecs") with { RawQuery = "a=1&b=2" }, Noon).ShouldBeOfType<SignatureVerdict.Valid>();

    [Fact]
    public void Another_secret_does_not_match() =>
        SignatureVerifier.Verify(Signed("ecs"), _ => "guessed", Noon).ShouldBeOfType<SignatureVerdict.Mismatch>();

    [Fact]
    public void A_header_that_cannot_be_read_does_not_match() =>
        Verify(Request with { Headers = Request.Headers.With("Authorization", "AWS4-HMAC-SHA256 nonsense") }, Noon)
            .ShouldBeOfType<SignatureVerdict.Mismatch>();

    [Fact]
    public void A_key_that_nobody_has_is_unknown() =>
        SignatureVerifier.Verify(Signed("ecs"), _ => null, Noon).ShouldBeOfType<SignatureVerdict.UnknownKey>();

    [Theory]
    [InlineData("ecs", 5, null)]
    [InlineData("ecs", 6, "Signature expired: 20260301T120000Z is now earlier than 20260301T120100Z (20260301T120600Z - 5 min.)")]
    [InlineData("ecs", -6, "Signature not yet current: 20260301T120000Z is still later than 20260301T115900Z (20260301T115400Z + 5 min.)")]
    [InlineData("s3", 15, null)]
    [InlineData("s3", 16, "Signature expired: 20260301T120000Z is now earlier than 20260301T120100Z (20260301T121600Z - 15 min.)")]
    public void A_signature_is_good_for_some_minutes(string service, int minutesLater, string? reason)
    {
        var verdict = Verify(Signed(service), Noon.AddMinutes(minutesLater));

        (verdict as SignatureVerdict.Skewed)?.Reason.ShouldBe(reason);
        (verdict is SignatureVerdict.Valid).ShouldBe(reason is null);
    }

    // The query, key, time and signature that AWS documents as an example:
    // https://docs.aws.amazon.com/AmazonS3/latest/API/sigv4-query-string-auth.html
    [Fact]
    public void A_presigned_url_is_valid_until_its_time_is_over()
    {
        var request = new WireRequest(
            "GET",
            "/test.txt",
            "X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Credential=AKIAIOSFODNN7EXAMPLE%2F20130524%2Fus-east-1%2Fs3%2Faws4_request"
            + "&X-Amz-Date=20130524T000000Z&X-Amz-Expires=86400&X-Amz-SignedHeaders=host"
            + "&X-Amz-Signature=aeeed9bbccd4d02ee5c0109b86d86835f995330da4c265957d157751f604d404",
            new WireHeaders { ["Host"] = "examplebucket.s3.amazonaws.com" },
            []);
        var signedAt = DateTimeOffset.Parse("2013-05-24T00:00:00Z", CultureInfo.InvariantCulture);

        SignatureVerifier.Verify(request, Documented, signedAt.AddHours(23)).ShouldBeOfType<SignatureVerdict.Valid>();
        SignatureVerifier.Verify(request, Documented, signedAt.AddHours(25)).ShouldBe(new SignatureVerdict.Skewed("Request has expired"));
    }

    [Theory]
    [InlineData(WireProtocol.Json, "MissingAuthenticationTokenException", "UnrecognizedClientException", "InvalidSignatureException")]
    [InlineData(WireProtocol.RpcV2Cbor, "MissingAuthenticationTokenException", "UnrecognizedClientException", "InvalidSignatureException")]
    [InlineData(WireProtocol.RestJson, "MissingAuthenticationTokenException", "UnrecognizedClientException", "InvalidSignatureException")]
    [InlineData(WireProtocol.Query, "MissingAuthenticationToken", "InvalidClientTokenId", "SignatureDoesNotMatch")]
    [InlineData(WireProtocol.RestXml, "AccessDenied", "InvalidAccessKeyId", "SignatureDoesNotMatch")]
    public void Each_protocol_has_its_own_names_for_a_refused_signature(WireProtocol protocol, string unsigned, string unknown, string mismatch)
    {
        SignatureErrors.For(new SignatureVerdict.Unsigned(), protocol)!.Code.ShouldBe(unsigned);
        SignatureErrors.For(SignatureVerifier.Verify(Signed("ecs"), _ => null, Noon), protocol)!.Code.ShouldBe(unknown);
        SignatureErrors.For(new SignatureVerdict.Mismatch("no"), protocol)!.Code.ShouldBe(mismatch);
    }

    private static WireRequest Request => new(
        "POST", "/path/with%20space", "b=2&a=1", new WireHeaders { ["Host"] = "127.0.0.1:4566", ["X-Test"] = " a   b " }, "hello!"u8.ToArray());

    private static WireRequest Signed(string service) => Signer.Sign(Request, "us-east-1", service, Noon);

    private static SignatureVerdict Verify(WireRequest request, DateTimeOffset now) =>
        SignatureVerifier.Verify(request, key => key == "AKIDEXAMPLE" ? "secret" : null, now);

    private static string? Documented(string key) => key == "AKIAIOSFODNN7EXAMPLE" ? "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY" : null;
}
