using Headroom.States.Paths;

namespace Headroom.States.Definition;

/// <summary>A number that a definition gives, or gives the path of: MaxConcurrency and MaxConcurrencyPath.</summary>
internal readonly record struct NumberField(string Name, double? Constant, Reference? Path)
{
    public bool IsGiven => Constant is not null || Path is not null;
}
