using Headroom.States.Json;

namespace Headroom.States.Data;

/// <summary>What <c>$</c>, <c>$$</c> and <c>$name</c> stand for while a state's fields are evaluated, and what went wrong.</summary>
internal sealed class Evaluation(IDataScope scope, Randomness random)
{
    /// <summary>What <c>$</c> is.</summary>
    public JsonValue Input { get; set; } = JsonValue.Null;

    /// <summary>What <c>$$</c> is.</summary>
    public JsonValue Context => scope.Context;

    public Randomness Random { get; } = random;

    /// <summary>What went wrong; set where an evaluation comes to null.</summary>
    public StateError? Failure { get; private set; }

    /// <summary>The value of a variable, or null where none was assigned.</summary>
    public JsonValue? Variable(string name) => scope.Variable(name);

    /// <summary>Notes what went wrong. Always null, for <c>return evaluation.Fail(…)</c>.</summary>
    public JsonValue? Fail(string error, string cause)
    {
        Failure = new StateError(error, cause);
        return null;
    }

    /// <summary>The failure, which there must be, for an evaluation that came to null.</summary>
    public StateError TakeFailure()
    {
        var failure = Failure ?? throw new InvalidOperationException("an evaluation came to nothing and did not say why");
        Failure = null;
        return failure;
    }
}
