using System.Text;
using System.Text.Json.Nodes;
using System.Xml.Linq;
using Headroom.Wire.Descriptions;
using Headroom.Wire.Http;
using Headroom.Wire.Protocols.Xml;

namespace Headroom.Wire.Protocols.Query;

/// <summary>AWS Query (<see href="https://smithy.io/2.0/aws/protocols/aws-query-protocol.html"/>): forms in, XML out.</summary>
internal sealed class QueryProtocol(ServiceDescription service) : Protocol(service)
{
    public override WireProtocol Kind => WireProtocol.Query;

    private const string QueueUrl = "QueueUrl";

    private readonly XNamespace space = service.XmlNamespace ?? "";

    public override WireError UnknownOperation(string name) =>
        new("InvalidAction", $"Could not find operation {name} for version {Service.ApiVersion}");

    private protected override WireResult Read(OperationDescription operation, WireRequest request)
    {
        if (operation.Input is not { } input)
        {
            return new WireResult.Read([]);
        }

        var problems = new Problems();
        var json = new FormReader(problems).Structure(input, FormTree.Parse(request.Body, request.RawQuery));
        if (input.MemberNamed(QueueUrl) is not null && !json.ContainsKey(QueueUrl) && request.Path.Length > 1)
        {
            // Older SQS clients ask the queue's own URL and name it nowhere else.
            json[QueueUrl] = $"http://{request.Headers["Host"]}{request.Path}";
        }

        return problems.First is { } problem
            ? new WireResult.Failed(new WireError("MalformedInput", problem))
            : new WireResult.Read(json);
    }

    public override WireResponse WriteResponse(OperationDescription operation, JsonObject response, string requestId)
    {
        var root = new XElement(space + $"{operation.Name}Response");
        if (operation.Output is { } output)
        {
            root.Add(new XmlBodyWriter(space).Write(operation.ResultWrapper, output, response));
        }

        root.Add(new XElement(space + "ResponseMetadata", new XElement(space + "RequestId", requestId)));
        return new WireResponse(operation.Status, Headers(requestId), XmlText.Write(root));
    }

    public override WireResponse WriteError(OperationDescription? operation, WireError error, string requestId)
    {
        var declared = operation?.ErrorNamed(error.Code);
        var status = error.StatusFor(declared, rest: true);
        var element = new XElement(
            space + "Error",
            new XElement(space + "Type", status >= 500 ? "Receiver" : "Sender"),
            new XElement(space + "Code", declared?.Error?.Code ?? error.Code),
            new XElement(space + "Message", error.Message));
        if (declared is not null && error.Members is { } members)
        {
            element.Add(new XmlBodyWriter(space).Content(declared, members));
        }

        var root = new XElement(space + "ErrorResponse", element, new XElement(space + "RequestId", requestId));
        return new WireResponse(status, Headers(requestId), XmlText.Write(root));
    }

    public override WireRequest WriteRequest(OperationDescription operation, JsonObject request)
    {
        var form = new[] { KeyValuePair.Create("Action", operation.Name), KeyValuePair.Create("Version", Service.ApiVersion) }
            .Concat(operation.Input is { } input ? FormWriter.Structure(input, request, "") : []);
        return new WireRequest(
            "POST",
            "/",
            "",
            new WireHeaders { ["Content-Type"] = "application/x-www-form-urlencoded; charset=utf-8" },
            Encoding.UTF8.GetBytes(Form.Write(form)));
    }

    public override WireResult ReadResponse(OperationDescription operation, WireResponse response)
    {
        var root = XmlText.Parse(response.Body);
        if (response.Status >= 300)
        {
            return XmlErrors.Read(operation, root, response.Status);
        }

        var problems = new Problems();
        var result = root?.Elements().FirstOrDefault(element => element.Name.LocalName == operation.ResultWrapper);
        return (operation.Output, result) switch
        {
            (null, _) => new WireResult.Read([]),
            (_, null) => new WireResult.Failed(new WireError("UnreadableAnswer", $"{operation.Name} answered without {operation.ResultWrapper}")),
            var (output, found) when new XmlBodyReader(problems).Structure(output, found) is var json => problems.First is { } problem
                ? new WireResult.Failed(new WireError("UnreadableAnswer", problem))
                : new WireResult.Read(json),
            _ => throw new InvalidOperationException("a pattern that always matches did not"),
        };
    }

    private static WireHeaders Headers(string requestId) => new() { ["Content-Type"] = "text/xml", ["x-amzn-RequestId"] = requestId };
}
