namespace Headroom.Notifications.Configuration;

/// <summary>A setting without which nothing can be handled.</summary>
public static class RequiredSetting
{
    /// <summary>Reads one.</summary>
    /// <param name="variable">A variable's value by its name; null or empty where it is not set.</param>
    /// <param name="name">The environment variable.</param>
    /// <exception cref="InvalidSettingException">It is not set.</exception>
    public static string Read(Func<string, string?> variable, string name) =>
        variable(name) is { Length: > 0 } value ? value : throw new InvalidSettingException(name, "", "set");
}
