namespace Headroom.Wire.Descriptions;

/// <summary>AWS's protocols (<see href="https://smithy.io/2.0/aws/protocols/index.html"/>).</summary>
public enum WireProtocol
{
    /// <summary>AWS JSON 1.0 and 1.1: the operation in a header, input and output as JSON documents.</summary>
    Json,

    /// <summary>AWS Query: input as a form, output as XML.</summary>
    Query,

    /// <summary>Methods and paths tell operations apart; bodies are JSON.</summary>
    RestJson,

    /// <summary>Methods and paths tell operations apart; bodies are XML.</summary>
    RestXml,

    /// <summary>Smithy RPC v2: the operation in the path, input and output as CBOR.</summary>
    RpcV2Cbor,
}
