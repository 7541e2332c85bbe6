namespace Headroom.States.Paths;

/// <summary>A path or intrinsic function that cannot be read. Thrown while a definition is read, where it becomes a diagnostic.</summary>
internal sealed class PathSyntaxException(string message) : FormatException(message);
