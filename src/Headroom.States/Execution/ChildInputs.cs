using System.Collections.Immutable;
using Headroom.States.Definition;
using Headroom.States.Json;

namespace Headroom.States.Execution;

/// <summary>The inputs of a distributed Map's children: ItemSelector, then ItemBatcher.</summary>
internal static class ChildInputs
{
    /// <summary>The inputs, or null where something cannot be evaluated, which the evaluation then tells.</summary>
    public static ImmutableArray<ChildInput>? Of(Run run, MapState state, JsonValue input, JsonArray items)
    {
        var selected = new List<ChildInput>(items.Count);
        for (var i = 0; i < items.Count; i++)
        {
            run.Scope.Map = MapItems.Context(i, items[i]);
            var value = state.ItemSelector is null ? items[i] : run.Evaluation.Fill(state.ItemSelector, input);
            if (value is null)
            {
                return null;
            }

            selected.Add(new ChildInput(value, 1, run.Scope.Map));
        }

        run.Scope.Map = null;
        return state.ItemBatcher is { } batcher ? Batches(run, batcher, input, selected) : [.. selected];
    }

    private static ImmutableArray<ChildInput>? Batches(Run run, ItemBatcher batcher, JsonValue input, List<ChildInput> items)
    {
        if (run.Evaluation.Number(batcher.MaxItemsPerBatch, input) is not { } mostItems
            || run.Evaluation.Number(batcher.MaxInputBytesPerBatch, input) is not { } mostBytes
            || run.Evaluation.Fill(batcher.BatchInput, input) is not { } batchInput)
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
