namespace Headroom.Notifications.Delivery;

/// <summary>Something of the invocation's messages did not get through; invoking again does the rest and repeats nothing.</summary>
/// <param name="what">The messages and services, and why.</param>
public sealed class NotificationNotDeliveredException(string what) : Exception(what);
