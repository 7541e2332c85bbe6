using Headroom.Cloud.Identity;

namespace Headroom.Cloud.Kernel;

/// <summary>Whose call is being answered.</summary>
/// <param name="Principal">Who calls.</param>
/// <param name="RequestId">A UUID; the answer carries it.</param>
public sealed record Caller(Principal Principal, string RequestId);
