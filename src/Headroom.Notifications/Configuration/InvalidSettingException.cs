namespace Headroom.Notifications.Configuration;

/// <summary>The function's environment is wrong, and so nothing can be handled until it is deployed again.</summary>
/// <param name="name">The environment variable.</param>
/// <param name="given">Its value.</param>
/// <param name="allowed">What it must be.</param>
public sealed class InvalidSettingException(string name, string given, string allowed)
    : Exception($"{name} is \"{given}\"; it must be {allowed}.");
