using System.IO.Compression;
using System.Text;
using System.Text.Json.Nodes;
using Headroom.Wire.Descriptions;
using Headroom.Wire.Http;
using Headroom.Wire.Protocols;

namespace Headroom.Wire.Tests.Protocols;

public class ReadingTests
{
    [Theory]
    [InlineData("""{"desiredCount":"5"}""", "STRING_VALUE cannot be converted to Integer")]
    [InlineData("""{"desiredCount":5.5e10}""", "5.5e10 is out of range for Integer")]
    [InlineData("""{"cluster":5}""", "NUMBER_VALUE cannot be converted to String")]
    [InlineData("""{"cluster":{}}""", "Start of structure or map found where not expected")]
    [InlineData("""{"networkConfiguration":[]}""", "Start of list found where not expected")]
    [InlineData("""{"cluster":""", "The request body is not valid JSON")]
    public void A_JSON_value_of_another_type_is_refused(string body, string message) =>
        Read("ecs", WireProtocol.Json, "UpdateService", Encoding.UTF8.GetBytes(body))
            .ShouldBe(new WireResult.Failed(new WireError("SerializationException", message)));

    [Theory]
    [InlineData("\xed\xa0\xbc")]
    [InlineData("\xff")]
    [InlineData("\\ud83c")]
    [InlineData("\\udd97\\ud83c")]
    [InlineData("x\",\"\\ud83c\":\"y")]
    [InlineData("x\",\"service\":\"y")]
    public void A_JSON_text_that_is_no_Unicode_or_names_a_member_twice_is_refused(string service)
    {
        var body = Encoding.Latin1.GetBytes($$"""{"service":"{{service}}"}""");

        Read("ecs", WireProtocol.Json, "UpdateService", body)
            .ShouldBe(new WireResult.Failed(new WireError("SerializationException", "The request body is not valid JSON")));
    }

    [Fact]
    public void A_character_beyond_the_basic_plane_may_be_escaped() =>
        ((string?)Json(Read("ecs", WireProtocol.Json, "UpdateService", """{"service":"\ud83c\udd97"}"""u8.ToArray()))["service"]).ShouldBe("\ud83c\udd97");

    [Theory]
    [InlineData("""{"service":"s","unheardOf":1,"cluster":null}""", """{"service":"s"}""")]
    [InlineData("", "{}")]
    public void What_a_JSON_shape_does_not_have_is_skipped(string body, string json) =>
        Json(Read("ecs", WireProtocol.Json, "UpdateService", Encoding.UTF8.GetBytes(body))).ToJsonString().ShouldBe(json);

    [Theory]
    [InlineData(1772366400, "2026-03-01T12:00:00.000Z")]
    [InlineData(1772366400.125, "2026-03-01T12:00:00.125Z")]
    public void A_JSON_instant_is_seconds_with_a_fraction(double seconds, string instant) =>
        Json(Read("cloudwatch", WireProtocol.Json, "GetMetricStatistics", Encoding.UTF8.GetBytes($$"""{"StartTime":{{seconds}}}""")))
            ["StartTime"]!.ToString().ShouldBe(instant);

    [Theory]
    [InlineData("Tags=", """{"Tags":[]}""")]
    [InlineData("Attributes.entry.1.key=DisplayName&Attributes.entry.1.value=a+b", """{"Attributes":{"DisplayName":"a b"}}""")]
    [InlineData("Tags.member.10.Key=ten&Tags.member.9.Key=nine", """{"Tags":[{"Key":"nine"},{"Key":"ten"}]}""")]
    public void A_form_numbers_its_lists(string form, string json) =>
        Json(Read("sns", WireProtocol.Query, "CreateTopic", Encoding.UTF8.GetBytes("Action=CreateTopic&" + form))).ToJsonString().ShouldBe(json);

    [Fact]
    public void A_form_with_a_word_for_a_number_is_malformed() =>
        Read("iam", WireProtocol.Query, "ListRoles", "MaxItems=many"u8.ToArray())
            .ShouldBe(new WireResult.Failed(new WireError("MalformedInput", "Could not parse the value: many")));

    [Fact]
    public void A_body_in_signed_chunks_with_a_trailer_is_put_together()
    {
        var chunks = "5;chunk-signature=0000\r\nhello\r\n1;chunk-signature=0000\r\n!\r\n0;chunk-signature=0000\r\nx-amz-checksum-crc32:AAAAAA==\r\n\r\n";

        var json = Json(ReadObject(chunks));

        ((string?)json["Body"], json.ContainsKey("ContentEncoding")).ShouldBe((Convert.ToBase64String("hello!"u8), false));
    }

    [Theory]
    [InlineData("5\r\nhell")]
    [InlineData("z\r\nhello\r\n0\r\n\r\n")]
    [InlineData("5\r\nhello\r\n")]
    public void Chunks_that_end_early_are_refused(string chunks) =>
        ReadObject(chunks).ShouldBeOfType<WireResult.Failed>().Error.Code.ShouldBe("InvalidRequest");

    [Fact]
    public void A_zipped_document_is_read()
    {
        using var zipped = new MemoryStream();
        using (var gzip = new GZipStream(zipped, CompressionMode.Compress))
        {
            gzip.Write("""{"Namespace":"Headroom"}"""u8);
        }

        var headers = new WireHeaders { ["Content-Encoding"] = "gzip", ["X-Amz-Target"] = "GraniteServiceVersion20100801.PutMetricData" };
        Json(Read("cloudwatch", WireProtocol.Json, "PutMetricData", zipped.ToArray(), headers)).ToJsonString().ShouldBe("""{"Namespace":"Headroom"}""");
    }

    private static WireResult ReadObject(string chunks)
    {
        var description = ApiDescriptions.For("s3");
        var request = new WireRequest(
            "PUT", "/bucket/key", "",
            new WireHeaders
            {
                ["Content-Encoding"] = "aws-chunked",
                ["x-amz-content-sha256"] = "STREAMING-AWS4-HMAC-SHA256-PAYLOAD-TRAILER",
            },
            Encoding.ASCII.GetBytes(chunks));
        return Protocol.For(description, WireProtocol.RestXml).ReadRequest(description.Operations["PutObject"], request);
    }

    private static WireResult Read(string service, WireProtocol protocol, string operation, byte[] body, WireHeaders? headers = null)
    {
        var description = ApiDescriptions.For(service);
        return Protocol.For(description, protocol)
            .ReadRequest(description.Operations[operation], new WireRequest("POST", "/", "", headers ?? [], body));
    }

    private static JsonObject Json(WireResult result) => result.ShouldBeOfType<WireResult.Read>(result.ToString()).Json;
}
