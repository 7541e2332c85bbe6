namespace Headroom.Cloud.Gateway;

/// <summary>Ids by which a request is found again. They are outside the cloud: its own history does not depend on them.</summary>
internal static class RequestIds
{
#pragma warning disable RS0030 // a request's id never enters the kernel's state
    internal static string New() => Guid.NewGuid().ToString();
#pragma warning restore RS0030
}
