using Headroom.States.Data;
using Headroom.States.Definition;
using Headroom.States.Json;

namespace Headroom.States.Execution.Maps;

/// <summary>How many items of a distributed Map may fail.</summary>
internal sealed record Tolerance(double Count, double Percentage)
{
    /// <summary>
    /// More failed than tolerated. Where a count and a percentage are given, neither may be exceeded; where one is, the other, 0, says nothing.
    /// </summary>
    public bool IsExceededBy(int failed, int items) =>
        (Count > 0 || Percentage == 0) && failed > Count
        || (Percentage > 0 && failed * 100.0 / items > Percentage);

    /// <summary>What the definition gives or refers to; null where that is out of range, which the evaluation then tells.</summary>
    public static Tolerance? Of(Evaluation evaluation, MapState state, JsonValue input)
    {
        if (evaluation.Number(state.ToleratedFailureCount, input) is not { } count
            || evaluation.Number(state.ToleratedFailurePercentage, input, whole: false) is not { } percentage)
        {
            return null;
        }

        if (count < 0)
        {
            evaluation.Fail(StateError.Runtime, "ToleratedFailureCount cannot be negative.");
            return null;
        }

        if (percentage is < 0 or > 100)
        {
            evaluation.Fail(StateError.Runtime, "ToleratedFailurePercentage must be between 0 and 100.");
            return null;
        }

        return new Tolerance(count, percentage);
    }
}
