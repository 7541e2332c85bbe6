namespace Headroom.Cloud.Services.CloudWatch.Alarms;

/// <summary>The states of an alarm.</summary>
internal static class AlarmState
{
    internal const string Ok = "OK";
    internal const string Alarm = "ALARM";
    internal const string InsufficientData = "INSUFFICIENT_DATA";
}
