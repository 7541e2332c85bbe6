using System.Collections.Immutable;
using Headroom.States.Data;
using Headroom.States.Intrinsics;
using Headroom.States.Json;

namespace Headroom.States.Paths;

/// <summary>
/// A payload template (Parameters, ResultSelector, ItemSelector, Assign), parsed once: what in it is constant is kept as it is,
/// members whose name ends in <c>.$</c> are evaluated.
/// </summary>
internal abstract record Template
{
    /// <summary>The payload; null where something in it cannot be evaluated, which the evaluation then tells.</summary>
    public abstract JsonValue? Evaluate(Evaluation evaluation);

    /// <summary>Every path in it.</summary>
    public virtual IEnumerable<Reference> References => [];

    /// <summary>A part without any <c>.$</c>.</summary>
    public sealed record Constant(JsonValue Value) : Template
    {
        public override JsonValue? Evaluate(Evaluation evaluation) => Value;
    }

    /// <summary>An object of which something is evaluated.</summary>
    public sealed record Members(ImmutableArray<KeyValuePair<string, Template>> All) : Template
    {
        public override IEnumerable<Reference> References => All.SelectMany(m => m.Value.References);

        public override JsonValue? Evaluate(Evaluation evaluation)
        {
            var members = new KeyValuePair<string, JsonValue>[All.Length];
            for (var i = 0; i < members.Length; i++)
            {
                if (All[i].Value.Evaluate(evaluation) is not { } value)
                {
                    return null;
                }

                members[i] = new(All[i].Key, value);
            }

            return new JsonObject(members);
        }
    }

    /// <summary>An array of which something is evaluated.</summary>
    public sealed record Items(ImmutableArray<Template> All) : Template
    {
        public override IEnumerable<Reference> References => All.SelectMany(i => i.References);

        public override JsonValue? Evaluate(Evaluation evaluation)
        {
            var items = new JsonValue[All.Length];
            for (var i = 0; i < items.Length; i++)
            {
                if (All[i].Evaluate(evaluation) is not { } value)
                {
                    return null;
                }

                items[i] = value;
            }

            return new JsonArray(items);
        }
    }

    /// <summary><c>"name.$": "$.path"</c>.</summary>
    public sealed record AtPath(string Field, Reference Path) : Template
    {
        public override IEnumerable<Reference> References => [Path];

        public override JsonValue? Evaluate(Evaluation evaluation) =>
            Path.IsOfNothing(evaluation) ? evaluation.Fail(StateError.Runtime, Reference.OfNothing)
            : Path.Read(evaluation)
            ?? (Path.IsPastEnd(evaluation) ? JsonValue.Null : evaluation.Fail(
                StateError.Runtime,
                $"The JSONPath '{Path.Text}' specified for the field '{Field}' could not be found in the input '{Path.Searched(evaluation)}'"));
    }

    /// <summary><c>"name.$": "States.Format(…)"</c>.</summary>
    public sealed record Call(FunctionCall Function) : Template
    {
        public override IEnumerable<Reference> References => Function.References;

        public override JsonValue? Evaluate(Evaluation evaluation) => Function.Evaluate(evaluation);
    }
}
