namespace Headroom.Cloud.Services;

/// <summary>A template gives a property that the service cannot take.</summary>
internal sealed class PropertyException(string message) : Exception(message);
