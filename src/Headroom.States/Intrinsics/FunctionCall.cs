using System.Collections.Immutable;
using Headroom.States.Data;
using Headroom.States.Json;
using Headroom.States.Paths;

namespace Headroom.States.Intrinsics;

/// <summary>A call of an intrinsic function, parsed once: <c>States.MathAdd($.count, 1)</c>.</summary>
/// <param name="Text">The whole expression, where this call is nested too: messages show it so.</param>
/// <param name="Function">What is called.</param>
/// <param name="Arguments">With what.</param>
internal sealed record FunctionCall(string Text, IntrinsicFunction Function, ImmutableArray<FunctionArgument> Arguments)
{
    /// <summary>Every path in its arguments.</summary>
    public IEnumerable<Reference> References => Arguments.SelectMany(a => a switch
    {
        FunctionArgument.AtPath at => [at.Path],
        FunctionArgument.Nested nested => nested.Function.References,
        _ => Enumerable.Empty<Reference>(),
    });

    /// <summary>The function's value; null where it has none, which the evaluation then tells.</summary>
    public JsonValue? Evaluate(Evaluation evaluation)
    {
        var values = new JsonValue[Arguments.Length];
        for (var i = 0; i < values.Length; i++)
        {
            if (Arguments[i].Evaluate(evaluation) is not { } value)
            {
                return null;
            }

            values[i] = value;
        }

        var result = Function.Apply(values, evaluation.Random);
        return result.Value ?? evaluation.Fail(
            StateError.IntrinsicFailure, $"The function '{Text}' had the following error: {result.Problem}");
    }
}
