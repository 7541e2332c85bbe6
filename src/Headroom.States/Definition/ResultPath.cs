using Headroom.States.Paths;

namespace Headroom.States.Definition;

/// <summary>Where a result goes: left out or <c>$</c> it replaces the input, <c>null</c> drops it, a path puts it into the input.</summary>
internal readonly record struct ResultPath(JsonPath? Path, bool IsNull);
