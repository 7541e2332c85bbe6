using System.Collections.Immutable;
using Headroom.States.Definition;
using Headroom.States.Json;

namespace Headroom.States.Reading;

/// <summary>Reads a Parallel state.</summary>
internal static class ParallelStateReader
{
    public static ParallelState? Read(string name, FieldReader fields, ReadingContext context)
    {
        var branches = fields.Requires("Branches") ? fields.Array("Branches") : null;
        if (branches is { Count: 0 })
        {
            fields.Wrong("Branches", "Value cannot be empty");
        }

        var scopes = branches?.Select((branch, i) => ReadBranch(fields, branch, i, context)).ToArray() ?? [];
        var state = new ParallelState
        {
            Name = name,
            Branches = [.. scopes.OfType<StateScope>()],
            Parameters = fields.Template("Parameters"),
        }.WithRetry(fields);
        return scopes.Length > 0 && scopes.Length == state.Branches.Length ? state : null;
    }

    private static StateScope? ReadBranch(FieldReader fields, JsonValue branch, int at, ReadingContext context)
    {
        if (branch is not JsonObject members)
        {
            fields.Wrong($"Branches[{at}]", FieldReader.ExpectedType("Object"));
            return null;
        }

        var inner = new FieldReader(members, $"{fields.Location}/Branches[{at}]", fields.Diagnostics);
        var scope = ScopeReader.Read(inner, context);
        inner.RefuseOthers();
        return scope;
    }
}
