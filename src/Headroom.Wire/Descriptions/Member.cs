using Headroom.Wire.SdkIntegrations;

namespace Headroom.Wire.Descriptions;

/// <summary>A member of a structure, or the element, key or value of a collection.</summary>
public sealed class Member
{
    private readonly IReadOnlyDictionary<string, Shape> shapes;
    private readonly string shapeName;

    internal Member(IReadOnlyDictionary<string, Shape> shapes, string shapeName) => (this.shapes, this.shapeName) = (shapes, shapeName);

    /// <summary>The API's name: <c>desiredCount</c>.</summary>
    public required string Name { get; init; }

    /// <summary>What a state machine's SDK integration calls it.</summary>
    internal string JavaName => field ??= JavaNames.Of(Name);

    /// <summary>Its shape, looked up when asked for, as shapes may contain themselves.</summary>
    public Shape Shape => field ??= shapes[shapeName];

    /// <summary>Whether AWS refuses a structure without it.</summary>
    public bool Required { get; init; }

    /// <summary>Where HTTP carries it.</summary>
    public MemberLocation Location { get; init; }

    /// <summary>Its name in XML, in a form, in a header or in the query (never in JSON), where it is not <see cref="Name"/>; a prefix for <see cref="MemberLocation.Headers"/>.</summary>
    public string? LocationName { get; init; }

    /// <summary>Whether this member's list is written without an element around it.</summary>
    public bool Flattened { get; init; }

    /// <summary>The name on the wire, JSON and CBOR aside, which use <see cref="Name"/>.</summary>
    public string WireName => LocationName ?? Name;
}

/// <summary>Where HTTP carries a member.</summary>
public enum MemberLocation
{
    /// <summary>In the body.</summary>
    Body,

    /// <summary>As a label of the path.</summary>
    Uri,

    /// <summary>In the query.</summary>
    QueryString,

    /// <summary>In one header.</summary>
    Header,

    /// <summary>A map, in all headers that begin with a prefix.</summary>
    Headers,

    /// <summary>The HTTP status itself.</summary>
    StatusCode,
}

/// <summary>How an instant is written.</summary>
public enum TimestampFormat
{
    /// <summary><c>2016-12-31T23:59:60Z</c>, with a fraction where there is one.</summary>
    Iso8601,

    /// <summary>Seconds since 1970, with a fraction where there is one.</summary>
    UnixTimestamp,

    /// <summary>An HTTP date: <c>Tue, 29 Apr 2014 18:30:38 GMT</c>.</summary>
    Rfc822,
}
