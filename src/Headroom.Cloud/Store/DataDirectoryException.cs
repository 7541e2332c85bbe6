namespace Headroom.Cloud.Store;

/// <summary>The folder that a cloud was to be kept in cannot be used; the message says why.</summary>
public sealed class DataDirectoryException(string message, Exception? cause = null) : IOException(message, cause);
