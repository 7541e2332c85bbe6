using System.Collections.Frozen;

namespace Headroom.Wire.Descriptions;

/// <summary>Named members; also the shape of requests, answers and errors.</summary>
public sealed class StructureShape : Shape
{
    /// <summary>The members, in the API's order.</summary>
    public required IReadOnlyList<Member> Members { get; init; }

    /// <summary>The member that is the whole HTTP body; null where the body holds all members that have no other place.</summary>
    public Member? Payload { get; init; }

    /// <summary>What makes it an error; null for other structures.</summary>
    public ErrorTrait? Error { get; init; }

    /// <summary>The member with this name, or null.</summary>
    public Member? MemberNamed(string name) => ByName.GetValueOrDefault(name);

    /// <summary>The members that a request must have.</summary>
    internal IReadOnlyList<Member> Required => field ??= [.. Members.Where(member => member.Required)];

    /// <summary>The member that a state machine's SDK integration calls so, or null.</summary>
    internal Member? MemberNamedInJava(string name) => ByJavaName.GetValueOrDefault(name);

    private FrozenDictionary<string, Member> ByName => field ??= Members.ToFrozenDictionary(member => member.Name, StringComparer.Ordinal);

    private FrozenDictionary<string, Member> ByJavaName => field ??= Members.ToFrozenDictionary(member => member.JavaName, StringComparer.Ordinal);
}

/// <summary>How an error goes over the wire.</summary>
/// <param name="Code">The code that clients see: SNS's <c>NotFound</c> for the shape <c>NotFoundException</c>.</param>
/// <param name="Status">The HTTP status: 400, 404, 500 …</param>
public sealed record ErrorTrait(string Code, int Status)
{
    /// <summary>Whether the server is to blame.</summary>
    public bool Fault => Status >= 500;
}
