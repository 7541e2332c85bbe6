using Headroom.Wire.Shapes.Ecs;

namespace Headroom.Cloud.Services.Ecs;

/// <summary>A revision of a task definition, with its tags.</summary>
internal sealed record TaskDefinitionRecord(TaskDefinition Definition, IReadOnlyList<Tag> Tags);
