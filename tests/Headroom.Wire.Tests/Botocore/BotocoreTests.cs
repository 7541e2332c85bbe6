using System.Text.Json.Nodes;
using Headroom.Wire.Descriptions;
using Headroom.Wire.Protocols;
using Headroom.Wire.Signatures;
using Headroom.Wire.Tests.Protocols;

namespace Headroom.Wire.Tests.Botocore;

public class BotocoreTests(BotocorePeer botocore) : IClassFixture<BotocorePeer>
{
    // botocore has no SQS in Query any more: its model lost the names.
    public static TheoryData<string, WireProtocol> Spoken => [.. RoundTripTests.Spoken
        .Select(row => row.Data).Where(row => row != ("sqs", WireProtocol.Query))];

    [Theory, MemberData(nameof(Spoken))]
    public void A_request_of_botocore_is_verified_and_read(string service, WireProtocol protocol)
    {
        var spoken = Protocol.For(ApiDescriptions.For(service), protocol);
        foreach (var operation in spoken.Service.Operations.Values)
        {
            var asked = Parameters(operation);

            var request = botocore.Request(Question(spoken, protocol, operation, asked));

            SignatureVerifier.Verify(request, key => key == "AKIDEXAMPLE" ? "secret" : null, TimeProvider.System.GetUtcNow())
                .ShouldBeOfType<SignatureVerdict.Valid>(operation.Name).SessionToken.ShouldBe("token");
            var call = ServerProtocols.Identify(request).ShouldBeOfType<Identified.Call>();
            call.Operation.Name.ShouldBe(operation.Name);
            call.Protocol.GetType().ShouldBe(spoken.GetType());
            RoundTripTests.ShouldContain(call.Protocol.ReadRequest(call.Operation, request), asked);
        }
    }

    [Theory, MemberData(nameof(Spoken))]
    public void An_answer_is_read_by_botocore(string service, WireProtocol protocol)
    {
        var spoken = Protocol.For(ApiDescriptions.For(service), protocol);
        foreach (var operation in spoken.Service.Operations.Values)
        {
            var answer = Answer(operation);
            var question = Question(spoken, protocol, operation, Parameters(operation));
            question["response"] = Response(spoken.WriteResponse(operation, answer, "id"));

            var read = botocore.Ask(question);

            read.ContainsKey("parsed").ShouldBeTrue($"{operation.Name}: {read.ToJsonString()}");
            RoundTripTests.ShouldContain(new WireResult.Read(read["parsed"]!.AsObject()), answer);
        }
    }

    [Theory, MemberData(nameof(Spoken))]
    public void An_error_is_known_to_botocore_by_its_code(string service, WireProtocol protocol)
    {
        var spoken = Protocol.For(ApiDescriptions.For(service), protocol);
        foreach (var operation in spoken.Service.Operations.Values.Where(operation => operation.Errors.Count > 0 && operation.Method != "HEAD"))
        {
            var error = operation.Errors[^1];
            var question = Question(spoken, protocol, operation, Parameters(operation));
            question["response"] = Response(spoken.WriteError(operation, new WireError(error.Name, "why not"), "id"));

            var read = botocore.Ask(question);

            var code = protocol == WireProtocol.Query || spoken.Service.QueryCompatible ? error.Error!.Code : error.Name;
            ((string?)read["code"], (string?)read["message"]).ShouldBe((code, "why not"), $"{operation.Name}: {read.ToJsonString()}");
        }
    }

    private static JsonObject Answer(OperationDescription operation)
    {
        var answer = new RandomValues(7).Structure(operation.Output);
        answer.Remove("Expires");
        if (answer["Body"] is { } body && answer.ContainsKey("ContentLength"))
        {
            answer["ContentLength"] = Convert.FromBase64String((string)body!).Length;
            foreach (var checksum in answer.Select(member => member.Key).Where(name => name.StartsWith("Checksum", StringComparison.Ordinal)).ToList())
            {
                answer.Remove(checksum); // botocore would compare it with the body
            }
        }

        return answer;
    }

    private static JsonObject Parameters(OperationDescription operation)
    {
        var parameters = new RandomValues(3).Structure(operation.Input);
        parameters.Remove("EndpointId"); // a global endpoint of EventBridge wants another signature
        parameters.Remove("Expires"); // S3's is a text in the model and an instant for botocore
        parameters.Remove("ChecksumAlgorithm"); // most need a library that botocore does not bring
        if (parameters.ContainsKey("Bucket"))
        {
            parameters["Bucket"] = "bucket-1";
        }

        return parameters;
    }

    private static JsonObject Question(Protocol spoken, WireProtocol protocol, OperationDescription operation, JsonObject parameters) => new()
    {
        ["service"] = spoken.Service.Service,
        ["operation"] = operation.Name,
        ["protocol"] = protocol switch
        {
            WireProtocol.Json => "json",
            WireProtocol.Query => "query",
            WireProtocol.RestJson => "rest-json",
            WireProtocol.RestXml => "rest-xml",
            _ => "smithy-rpc-v2-cbor",
        },
        ["params"] = parameters.DeepClone(),
    };

    private static JsonObject Response(Http.WireResponse response) => new()
    {
        ["status"] = response.Status,
        ["headers"] = new JsonObject(response.Headers.Select(header => KeyValuePair.Create<string, JsonNode?>(header.Key, header.Value))),
        ["body"] = Convert.ToBase64String(response.Body),
    };
}
