using Headroom.States.Paths;

namespace Headroom.States.Definition;

/// <summary>Where a distributed Map writes its results instead of passing them on.</summary>
internal sealed record ResultWriter(TaskResource Resource, Template? Parameters);
