using Headroom.States.Json;

namespace Headroom.States.Data;

/// <summary>Where the context object and the variables come from.</summary>
internal interface IDataScope
{
    /// <summary>The context object.</summary>
    JsonValue Context { get; }

    /// <summary>The value of a variable, from this scope or one around it; null where none was assigned.</summary>
    JsonValue? Variable(string name);
}
