using System.Collections.Immutable;
using Headroom.States.Paths;

namespace Headroom.States.Definition;

/// <summary>One item of Catch: where to go on with an error that was not retried.</summary>
internal sealed record Catcher(ImmutableArray<string> ErrorEquals, string Next, ResultPath ResultPath, Template? Assign);
