using Headroom.Notifications.Configuration;

namespace Headroom.Notifications.Deletion;

/// <summary>What the deletion guard is told by its environment.</summary>
/// <param name="HoldsTable">The table of the holds' records.</param>
/// <param name="StateMachineArn">The state machine that releases holds.</param>
public sealed record DeletionSettings(string HoldsTable, string StateMachineArn)
{
    /// <summary>Reads the environment.</summary>
    /// <param name="variable">A variable's value by its name; null or empty where it is not set.</param>
    /// <exception cref="InvalidSettingException">A variable is missing.</exception>
    public static DeletionSettings Read(Func<string, string?> variable) =>
        new(RequiredSetting.Read(variable, "HEADROOM_HOLDS_TABLE"), RequiredSetting.Read(variable, "HEADROOM_STATE_MACHINE_ARN"));
}
