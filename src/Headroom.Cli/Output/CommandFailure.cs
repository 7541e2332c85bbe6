namespace Headroom.Cli.Output;

/// <summary>Something the user can do something about: the message says what went wrong and what to do.</summary>
internal sealed class CommandFailure(string message, Exception? cause = null) : Exception(message, cause);
