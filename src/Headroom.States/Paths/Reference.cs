using Headroom.States.Data;
using Headroom.States.Json;

namespace Headroom.States.Paths;

/// <summary>A path with what it starts from: <c>$.a</c> the input, <c>$$.Execution.Id</c> the context object, <c>$total.sum</c> a variable.</summary>
internal abstract record Reference(string Text, JsonPath Path)
{
    /// <summary>What AWS says of a path into an input that is <c>null</c>.</summary>
    public const string OfNothing = "Unable to apply Path transformation to null or empty input.";

    /// <summary>Whether it would lead into an input that is <c>null</c>, which AWS refuses even for <c>$</c>.</summary>
    public bool IsOfNothing(Evaluation evaluation) => this is ToInput && evaluation.Input is JsonNull;

    /// <summary>The value, or null where it leads nowhere. Notes no failure: what that means is for the field to say.</summary>
    public JsonValue? Read(Evaluation evaluation) => Root(evaluation) is { } root ? Path.Read(root) : null;

    /// <summary>Whether it leads to an item that an array does not have: a payload template takes that for null.</summary>
    public bool IsPastEnd(Evaluation evaluation) => Root(evaluation) is { } root && Path.IsPastEnd(root);

    /// <summary>What AWS shows as the input that the path was not found in.</summary>
    public JsonValue Searched(Evaluation evaluation) => this is ToContext ? evaluation.Context : evaluation.Input;

    /// <summary>Why it leads nowhere.</summary>
    public string Missing(Evaluation evaluation) =>
        Root(evaluation) is { } root ? Path.Missing(root) : $"The variable '{Text}' is not assigned";

    /// <summary>What the path starts from; null for a variable that was not assigned.</summary>
    public abstract JsonValue? Root(Evaluation evaluation);

    public sealed record ToInput(string Text, JsonPath Path) : Reference(Text, Path)
    {
        public override JsonValue? Root(Evaluation evaluation) => evaluation.Input;
    }

    public sealed record ToContext(string Text, JsonPath Path) : Reference(Text, Path)
    {
        public override JsonValue? Root(Evaluation evaluation) => evaluation.Context;
    }

    public sealed record ToVariable(string Text, JsonPath Path, string Name) : Reference(Text, Path)
    {
        public override JsonValue? Root(Evaluation evaluation) => evaluation.Variable(Name);
    }
}
