using System.Text.Json.Nodes;
using Headroom.Wire.Descriptions;

namespace Headroom.Wire.Protocols;

/// <summary>An error on its way over the wire.</summary>
/// <param name="Code">
/// The error's name in the API description (<c>ResourceNotFoundException</c>), its code on the wire where that is another
/// (SNS's <c>NotFound</c>), or an error common to all services (<c>AccessDeniedException</c>).
/// </param>
/// <param name="Message">What clients show.</param>
public sealed record WireError(string Code, string Message)
{
    /// <summary>Further members of the error's shape, in the canonical form; null for none.</summary>
    public JsonObject? Members { get; init; }

    /// <summary>The HTTP status, where it is not the one that the description or <see cref="UndeclaredErrors"/> has.</summary>
    public int? Status { get; init; }

    internal int StatusFor(StructureShape? declared, bool rest) =>
        Status ?? declared?.Error?.Status ?? UndeclaredErrors.StatusOf(Code, rest);
}
