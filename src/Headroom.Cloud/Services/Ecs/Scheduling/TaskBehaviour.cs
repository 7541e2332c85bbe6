using System.Globalization;
using Headroom.Cloud.Kernel;
using Headroom.Wire.Shapes.Ecs;

namespace Headroom.Cloud.Services.Ecs.Scheduling;

/// <summary>
/// How the tasks of a definition behave, as no container of theirs ever runs: Docker labels of the containers say it. Without labels the
/// image is small, and the tasks start and run.
/// </summary>
/// <param name="ImageMegabytes">How much is pulled: <c>headroom.image-mb</c>, summed over the containers; 100 where none says.</param>
/// <param name="FailsToStart">Whether the image cannot be pulled: <c>headroom.fails-to-start</c> is <c>true</c>.</param>
/// <param name="ExitsAfter">When an essential container exits after it began to run: <c>headroom.exits-after-seconds</c>.</param>
/// <param name="SilentAfter">When it answers health checks no more after it began to run: <c>headroom.silent-after-seconds</c>; 0: it never does.</param>
internal sealed record TaskBehaviour(double ImageMegabytes, bool FailsToStart, TimeSpan? ExitsAfter, TimeSpan? SilentAfter)
{
    private const string ImageSize = "headroom.image-mb";
    private const string Fails = "headroom.fails-to-start";
    private const string Exits = "headroom.exits-after-seconds";
    private const string Silent = "headroom.silent-after-seconds";
    private const double SmallImage = 100;

    internal static TaskBehaviour Of(TaskDefinition definition)
    {
        var sizes = Labels(definition.ContainerDefinitions, ImageSize).Select(Number).OfType<double>().ToList();
        return new(
            sizes.Count > 0 ? sizes.Sum() : SmallImage,
            Labels(definition.ContainerDefinitions, Fails).Contains("true"),
            Earliest(definition, Exits),
            Earliest(definition, Silent));
    }

    /// <summary>Null where the labels can be read.</summary>
    internal static Refusal? Refuse(RegisterTaskDefinitionRequest request)
    {
        var wrong = new[] { ImageSize, Exits, Silent }.FirstOrDefault(label => Labels(request.ContainerDefinitions, label).Any(value => Number(value) is null or < 0));
        return wrong is null ? null : new("ClientException", $"The Docker label {wrong} must be a number of at least 0.");
    }

    private static TimeSpan? Earliest(TaskDefinition definition, string label) =>
        Labels(definition.ContainerDefinitions, label).Select(Number).Min() is { } seconds ? TimeSpan.FromSeconds(seconds) : null;

    private static IEnumerable<string> Labels(IReadOnlyList<ContainerDefinition>? containers, string name) =>
        (containers ?? []).Select(container => container.DockerLabels?.GetValueOrDefault(name)).OfType<string>();

    private static double? Number(string text) => double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null;
}
