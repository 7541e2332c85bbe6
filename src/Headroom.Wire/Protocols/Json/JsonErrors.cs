using System.Text.Json;
using System.Text.Json.Nodes;
using Headroom.Wire.Descriptions;
using Headroom.Wire.Http;
using Headroom.Wire.Json;

namespace Headroom.Wire.Protocols.Json;

/// <summary>Errors as the JSON protocols write them: their name in <c>__type</c> or in the header <c>x-amzn-errortype</c>.</summary>
internal static class JsonErrors
{
    /// <summary>What stands before an error's name in <c>__type</c>; clients cut it off.</summary>
    public static string Prefix(ServiceDescription service) => service.Service switch
    {
        "dynamodb" => "com.amazonaws.dynamodb.v20120810#",
        "sqs" => "com.amazonaws.sqs#",
        _ => "",
    };

    /// <summary>The code that clients of the former Query protocol know, and who is to blame.</summary>
    public static string QueryError(StructureShape? declared, WireError error) =>
        $"{declared?.Error?.Code ?? error.Code};{(declared?.Error is { Fault: true } ? "Receiver" : "Sender")}";

    public static byte[] Write(StructureShape? declared, WireError error, string prefix, string messageMember)
    {
        var body = declared is not null && error.Members is { } members
            ? JsonBodyWriter.Write(declared, members)!.AsObject()
            : error.Members?.DeepClone().AsObject() ?? [];
        body["__type"] = prefix + (declared?.Name ?? error.Code);
        body[messageMember] = error.Message;
        return JsonSerializer.SerializeToUtf8Bytes(body, Wire.Json.WireJson.Options);
    }

    public static WireResult Read(OperationDescription operation, WireResponse response)
    {
        JsonObject body;
        try
        {
            body = WireJson.Parse(response.Body) as JsonObject ?? [];
        }
        catch (JsonException)
        {
            body = [];
        }

        var name = response.Headers["x-amzn-errortype"] ?? (string?)body["__type"] ?? (string?)body["code"] ?? $"HTTP {response.Status}";
        name = name.Split(':')[0].Split('#')[^1];
        return new WireResult.Failed(new WireError(name, (string?)(body["message"] ?? body["Message"]) ?? "")
        {
            Status = response.Status,
            Members = operation.ErrorNamed(name) is { } declared
                ? new JsonBodyReader(new Problems()).Read(declared, body)?.AsObject()
                : null,
        });
    }
}
