using Headroom.States.Data;
using Headroom.States.Json;
using Headroom.States.Paths;

namespace Headroom.States.Intrinsics;

/// <summary>One argument of an intrinsic function.</summary>
internal abstract record FunctionArgument
{
    /// <summary>Its value; null where it has none, which the evaluation then tells.</summary>
    public abstract JsonValue? Evaluate(Evaluation evaluation);

    public sealed record Literal(JsonValue Value) : FunctionArgument
    {
        public override JsonValue? Evaluate(Evaluation evaluation) => Value;
    }

    /// <param name="Path">The path.</param>
    /// <param name="Call">The whole expression that it is somewhere in, which messages show.</param>
    public sealed record AtPath(Reference Path, string Call) : FunctionArgument
    {
        public override JsonValue? Evaluate(Evaluation evaluation) =>
            Path.Read(evaluation) ?? evaluation.Fail(StateError.Runtime, $"The function '{Call}' had the following error: {Problem(evaluation)}");

        /// <summary>AWS passes its JSONPath library's word about an index on, and shows a path into the context object as it is inside of it.</summary>
        private string Problem(Evaluation evaluation) =>
            Path.Root(evaluation) is not null && Path.Missing(evaluation) is ['F', 'i', 'l', 't', 'e', 'r', ..] and var word ? word
            : $"The JsonPath argument for the field '{(Path is Reference.ToContext ? Path.Path.Text : Path.Text)}' "
                + $"could not be found in the input '{evaluation.Input}'";
    }

    public sealed record Nested(FunctionCall Function) : FunctionArgument
    {
        public override JsonValue? Evaluate(Evaluation evaluation) => Function.Evaluate(evaluation);
    }
}
