using System.Text.Json.Nodes;
using Headroom.Wire.Descriptions;
using Headroom.Wire.Http;
using Headroom.Wire.Protocols;

namespace Headroom.Wire.Tests.Protocols;

public class RoundTripTests
{
    public static TheoryData<string, WireProtocol> Spoken => [.. ApiDescriptions.Services
        .SelectMany(service => ApiDescriptions.For(service).Protocols.Select(protocol => (service, protocol)))];

    [Theory, MemberData(nameof(Spoken))]
    public void What_a_client_asks_is_what_the_server_reads(string service, WireProtocol protocol)
    {
        ForEveryOperation(service, protocol, (spoken, operation, seed) =>
        {
            var request = new RandomValues(seed).Structure(operation.Input);

            var sent = spoken.WriteRequest(operation, request);
            var identified = ServerProtocols.Identify(Signed(sent, spoken.Service)).ShouldBeOfType<Identified.Call>();

            identified.Operation.ShouldBe(operation);
            identified.Protocol.Service.ShouldBe(spoken.Service);
            ShouldBeSame(identified.Protocol.ReadRequest(operation, sent), request);
        });
    }

    [Theory, MemberData(nameof(Spoken))]
    public void What_a_server_answers_is_what_the_client_reads(string service, WireProtocol protocol)
    {
        ForEveryOperation(service, protocol, (spoken, operation, seed) =>
        {
            var answer = new RandomValues(seed).Structure(operation.Output);

            var sent = spoken.WriteResponse(operation, answer, "00000000-0000-0000-0000-000000000001");

            ShouldBeSame(spoken.ReadResponse(operation, sent), answer);
        });
    }

    [Theory, MemberData(nameof(Spoken))]
    public void Every_declared_error_reaches_the_client_by_its_name(string service, WireProtocol protocol)
    {
        var spoken = Protocol.For(ApiDescriptions.For(service), protocol);
        foreach (var operation in spoken.Service.Operations.Values.Where(operation => operation.Method != "HEAD"))
        {
            foreach (var error in operation.Errors)
            {
                var sent = spoken.WriteError(operation, new WireError(error.Name, "why not"), "id");

                sent.Status.ShouldBe(error.Error!.Status);
                var read = spoken.ReadResponse(operation, sent).ShouldBeOfType<WireResult.Failed>().Error;
                (read.Code, read.Message).ShouldBe((error.Name, "why not"));
            }
        }
    }

    private static void ForEveryOperation(string service, WireProtocol protocol, Action<Protocol, OperationDescription, int> check)
    {
        var spoken = Protocol.For(ApiDescriptions.For(service), protocol);
        foreach (var operation in spoken.Service.Operations.Values)
        {
            for (var seed = 0; seed < 5; seed++)
            {
                check(spoken, operation, seed);
            }
        }
    }

    private static WireRequest Signed(WireRequest request, ServiceDescription service) => request with
    {
        Headers = request.Headers.With(
            "Authorization",
            $"AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20260301/us-east-1/{service.SigningName}/aws4_request, SignedHeaders=host, Signature=00"),
    };

    private static void ShouldBeSame(WireResult result, JsonObject expected)
    {
        var read = result.ShouldBeOfType<WireResult.Read>().Json;
        JsonNode.DeepEquals(Sorted(read), Sorted(expected)).ShouldBeTrue($"read {read.ToJsonString()}\nwanted {expected.ToJsonString()}");
    }

    /// <summary>Everything expected has been read; a client may have added tokens, checksums and the like at the top.</summary>
    internal static void ShouldContain(WireResult result, JsonObject expected)
    {
        var read = result.ShouldBeOfType<WireResult.Read>(result.ToString()).Json;
        ShouldBeSame(new WireResult.Read(new JsonObject(read
            .Where(member => expected.ContainsKey(member.Key))
            .Select(member => KeyValuePair.Create(member.Key, member.Value?.DeepClone())))), expected);
    }

    private static JsonNode? Sorted(JsonNode? json) => JsonNode.Parse(json?.ToJsonString() ?? "null");
}
