using Headroom.States.Paths;

namespace Headroom.States.Definition;

/// <summary>InputPath or OutputPath: left out it selects everything, <c>null</c> selects nothing and leaves <c>{}</c>.</summary>
internal readonly record struct PathField(Reference? Path, bool IsNull);
