using Headroom.States.Paths;

namespace Headroom.States.Definition;

/// <summary>How many items of a distributed Map go into one child execution.</summary>
internal sealed record ItemBatcher(NumberField MaxItemsPerBatch, NumberField MaxInputBytesPerBatch, Template? BatchInput);
