namespace Headroom.Wire.Http;

/// <summary>An HTTP request, whole.</summary>
/// <param name="Method"><c>GET</c>, <c>POST</c> …</param>
/// <param name="Path">The path as it was sent, percent-encoded: <c>/my%20bucket/key</c>.</param>
/// <param name="RawQuery">What stands after the question mark, percent-encoded; empty where there is none.</param>
/// <param name="Headers">The headers, <c>Host</c> among them.</param>
/// <param name="Body">The body; empty where there is none.</param>
public sealed record WireRequest(string Method, string Path, string RawQuery, WireHeaders Headers, byte[] Body);
