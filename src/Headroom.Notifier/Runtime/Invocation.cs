namespace Headroom.Notifier.Runtime;

/// <summary>One invocation, as the runtime API hands it out.</summary>
/// <param name="RequestId">The id to answer under.</param>
/// <param name="Deadline">When Lambda ends it.</param>
/// <param name="Payload">The event, UTF-8 JSON.</param>
internal sealed record Invocation(string RequestId, DateTimeOffset Deadline, ReadOnlyMemory<byte> Payload);
