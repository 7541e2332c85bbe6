using System.Collections.Immutable;
using System.Text.Json.Nodes;

namespace Headroom.Bench.Staging;

/// <summary>A stack that holds capacity: the example service with one way of holding it.</summary>
internal interface IStack
{
    /// <summary>The sample, and Headroom.</summary>
    internal static ImmutableArray<IStack> Both { get; } = [new SampleStack(), new HeadroomStack()];

    /// <summary>Its template, whose functions' code is a placeholder: they run as <see cref="IFunctionCode"/>.</summary>
    JsonObject Template();

    /// <summary>The states in which its state machine changes the service.</summary>
    ImmutableArray<string> Acting { get; }
}
