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

    public sealed record AtPath(Reference Path, string Call) : FunctionArgument
    {
        public override JsonValue? Evaluate(Evaluation evaluation) =>
            Path.Read(evaluation) ?? evaluation.Fail(
                StateError.Runtime,
                $"The function '{Call}' had the following error: The JsonPath argument for the field '{Path.Text}' "
                + $"could not be found in the input '{evaluation.Input}'");
    }

    public sealed record Nested(FunctionCall Function) : FunctionArgument
    {
        public override JsonValue? Evaluate(Evaluation evaluation) => Function.Evaluate(evaluation);
    }
}
