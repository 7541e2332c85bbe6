namespace Headroom.Wire.Http;

/// <summary>An HTTP answer, whole.</summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="Headers">The headers, without <c>Date</c> and <c>Content-Length</c>, which the server adds.</param>
/// <param name="Body">The body; empty where there is none.</param>
public sealed record WireResponse(int Status, WireHeaders Headers, byte[] Body);
