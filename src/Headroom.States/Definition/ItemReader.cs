using System.Collections.Immutable;
using Headroom.States.Paths;

namespace Headroom.States.Definition;

/// <summary>Where a distributed Map reads its items.</summary>
internal sealed record ItemReader(TaskResource Resource, Template? Parameters, ReaderConfig Config);

/// <summary>How the items are read.</summary>
/// <param name="InputType">CSV, JSON, JSONL or MANIFEST; null for a listing of objects.</param>
/// <param name="HeadersInFirstRow">Whether the first row of a CSV file names the fields.</param>
/// <param name="Headers">The names of a CSV file's fields, where they are given.</param>
/// <param name="Delimiter">What separates a CSV file's fields.</param>
/// <param name="MaxItems">How many items are read; 0 is all.</param>
internal sealed record ReaderConfig(
    string? InputType, bool HeadersInFirstRow, ImmutableArray<string> Headers, char Delimiter, NumberField MaxItems);
