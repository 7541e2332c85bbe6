namespace Headroom.Simulation.Staging;

/// <summary>What things are called on the stage.</summary>
internal static class StageNames
{
    internal const string Cluster = "ecs-scaling-example";

    /// <summary>A service, and scalable target, that no notification may ever touch.</summary>
    internal const string Uncovered = "uncovered";

    internal static string Service(int index) => $"service_{index + 1}";

    /// <summary>As notifications name it.</summary>
    internal static string Covered(int index) => $"{Cluster}/{Service(index)}";

    /// <summary>As Application Auto Scaling names it.</summary>
    internal static string Target(string service) => $"service/{Cluster}/{service}";
}
