using Headroom.Cloud.Services;
using Headroom.Wire.Shapes.Sts;

namespace Headroom.Cloud.Tests;

/// <summary>Rooms that others rely on, as far as they do, where the cloud does not have them.</summary>
internal static class StandIns
{
    internal static IReadOnlyList<ServiceRoom> For(IReadOnlyList<ServiceRoom> rooms) => rooms.Any(room => room.Name == "sts")
        ? []
        : [new("sts", [Operation.Of<AssumeRoleRequest, AssumeRoleResponse>("AssumeRole", (step, _) => new AssumeRoleResponse
        {
            Credentials = new() { AccessKeyId = "ASIATEST", SecretAccessKey = "secret", SessionToken = "token", Expiration = step.Now.AddHours(12) },
        })])];
}
