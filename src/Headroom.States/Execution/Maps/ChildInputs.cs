using System.Collections.Immutable;
using Headroom.States.Data;
using Headroom.States.Definition;
using Headroom.States.Json;

namespace Headroom.States.Execution.Maps;

/// <summary>The inputs of a distributed Map's children: ItemSelector, then ItemBatcher.</summary>
internal static class ChildInputs
{
    /// <summary>The inputs, or null where something cannot be evaluated, which the evaluation then tells.</summary>
    public static ImmutableArray<ChildInput>? Of(Run run, MapState state, JsonValue input, JsonArray items)
    {
        var selected = Select(run.Evaluation, map => run.Scope.Map = map, state, input, items);
        return selected is null || state.ItemBatcher is not { } batcher
            ? selected?.ToImmutableArray()
            : Batches(run.Evaluation, batcher, input, selected);
    }

    /// <summary>What ItemSelector makes of the items, each with <c>$$.Map</c> set to it.</summary>
    public static IReadOnlyList<ChildInput>? Select(
        Evaluation evaluation, Action<JsonValue?> setMap, MapState state, JsonValue input, JsonArray items)
    {
        var selected = new List<ChildInput>(items.Count);
        for (var i = 0; i < items.Count; i++)
        {
            var map = MapItems.Context(i, items[i]);
            setMap(map);
            var value = state.ItemSelector is null ? items[i] : evaluation.Fill(state.ItemSelector, input);
            if (value is null)
            {
                return null;
            }

            selected.Add(new ChildInput(value, 1, map));
        }

        setMap(null);
        return selected;
    }

    /// <summary>What ItemBatcher makes of them.</summary>
    public static ImmutableArray<ChildInput>? Batches(
        Evaluation evaluation, ItemBatcher batcher, JsonValue input, IReadOnlyList<ChildInput> items)
    {
        if (evaluation.Number(batcher.MaxItemsPerBatch, input) is not { } mostItems
            || evaluation.Number(batcher.MaxInputBytesPerBatch, input) is not { } mostBytes
            || evaluation.Fill(batcher.BatchInput, input) is not { } batchInput)
        {
            return null;
        }

        var batches = ImmutableArray.CreateBuilder<ChildInput>();
        var batch = new List<JsonValue>();
        var bytes = 0;
        foreach (var item in items.Select(i => i.Input))
        {
            var isFull = (mostItems > 0 && batch.Count >= mostItems) || (mostBytes > 0 && bytes + item.SizeInBytes > mostBytes);
            if (isFull && batch.Count > 0)
            {
                batches.Add(BatchOf(batcher, batchInput, batch));
                (batch, bytes) = ([], 0);
            }

            batch.Add(item);
            bytes += item.SizeInBytes + 1;
        }

        if (batch.Count > 0)
        {
            batches.Add(BatchOf(batcher, batchInput, batch));
        }

        return batches.ToImmutable();
    }

    private static ChildInput BatchOf(ItemBatcher batcher, JsonValue batchInput, List<JsonValue> items)
    {
        var input = new JsonObjectBuilder();
        if (batcher.BatchInput is not null)
        {
            input.Set("BatchInput", batchInput);
        }

        return new ChildInput(input.Set("Items", new JsonArray(items)).Build(), items.Count, null);
    }
}
