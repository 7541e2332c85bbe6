namespace Headroom.Notifications.Arrival;

/// <summary>The function was invoked with something that no SNS subscription sends.</summary>
/// <param name="why">What is missing or unreadable.</param>
public sealed class NotAnSnsEventException(string why) : Exception($"The payload is not an SNS event: {why}.");
