using System.Collections.Frozen;
using System.Collections.Immutable;
using Headroom.States.Definition;
using Headroom.States.Json;
using Headroom.States.Validation;

namespace Headroom.States.Reading;

/// <summary>Reads StartAt and States: of the machine, of a branch, of a processor.</summary>
internal static class ScopeReader
{
    private const int LongestName = 80;

    /// <summary>The scope, or null where something is missing in it.</summary>
    public static StateScope? Read(FieldReader fields, ReadingContext context)
    {
        if (!fields.Requires("States", "StartAt"))
        {
            return null;
        }

        var startAt = fields.Text("StartAt");
        if (fields.Object("States") is not { } all || startAt is null)
        {
            return null;
        }

        if (all.Count == 0)
        {
            fields.Wrong("States", "Value cannot be empty");
            return null;
        }

        var states = all.Select(member => ReadState(fields, member.Key, member.Value, context)).OfType<StateDefinition>().ToImmutableArray();
        var scope = new StateScope(startAt, states);
        TransitionChecks.Check(scope, all.Select(m => m.Key).ToFrozenSet(), fields.Location, fields.Diagnostics);
        return states.Length == all.Count ? scope : null;
    }

    private static StateDefinition? ReadState(FieldReader fields, string name, JsonValue value, ReadingContext context)
    {
        if (name.Length is 0 or > LongestName)
        {
            fields.Wrong("States", $"The name of a state must have 1 to {LongestName} characters: '{name}'");
        }

        if (value is JsonObject state)
        {
            return StateReader.Read(name, new FieldReader(state, $"{fields.Location}/States/{name}", fields.Diagnostics), context);
        }

        fields.Wrong($"States/{name}", FieldReader.ExpectedType("Object"));
        return null;
    }
}
