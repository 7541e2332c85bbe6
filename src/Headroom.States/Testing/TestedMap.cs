using Headroom.States.Definition;
using Headroom.States.Execution;
using Headroom.States.Execution.Maps;
using Headroom.States.Json;

namespace Headroom.States.Testing;

/// <summary>What a tested Map state does before its iterations, which are mocked.</summary>
internal static class TestedMap
{
    /// <summary>False where something cannot be evaluated, which the evaluation then tells.</summary>
    public static bool Prepare(TestedState tested, MapState state)
    {
        var evaluation = tested.Evaluation;
        if (tested.See("afterInputPath", evaluation.Select(state.InputPath, tested.Request.Input)) is not { } input
            || FindItems(tested, state, input) is not { } items
            || evaluation.Number(state.MaxConcurrency, input) is not { } concurrency
            || Tolerance.Of(evaluation, state, input) is not { } tolerance)
        {
            return false;
        }

        tested.See("afterItemsPath", items);
        tested.SeeNumber("maxConcurrency", concurrency);
        if (state.ToleratedFailureCount.IsGiven)
        {
            tested.SeeNumber("toleratedFailureCount", tolerance.Count);
        }

        if (state.ToleratedFailurePercentage.IsGiven)
        {
            tested.SeeNumber("toleratedFailurePercentage", tolerance.Percentage);
        }

        return SeeInputs(tested, state, input, items);
    }

    private static JsonArray? FindItems(TestedState tested, MapState state, JsonValue input) =>
        state.ItemReader is null ? MapItems.Find(tested.Evaluation, state, input)
        : ItemReading.Read(tested.Evaluation, state, input, tested.Request.MapItemReaderData ?? "[]");

    private static bool SeeInputs(TestedState tested, MapState state, JsonValue input, JsonArray items)
    {
        if (ChildInputs.Select(tested.Evaluation, map => tested.Scope.Map = map, state, input, items) is not { } selected)
        {
            return false;
        }

        if (state.ItemSelector is not null)
        {
            tested.See("afterItemSelector", new JsonArray(selected.Select(s => s.Input)));
        }

        if (state.ItemBatcher is { } batcher)
        {
            if (ChildInputs.Batches(tested.Evaluation, batcher, input, selected) is not { } batches)
            {
                return false;
            }

            tested.See("afterItemBatcher", new JsonArray(batches.Select(b => b.Input)));
        }

        return true;
    }
}
