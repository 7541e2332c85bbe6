using System.Globalization;
using Headroom.Cloud.Kernel;
using Headroom.Wire.Shapes.Ecs;

namespace Headroom.Cloud.Services.Ecs;

/// <summary>The sizes that a Fargate task can have (https://docs.aws.amazon.com/AmazonECS/latest/developerguide/fargate-tasks-services.html).</summary>
internal static class FargateSizes
{
    private const int GiB = 1024;

    /// <summary>CPU units and the memory (MiB) that goes with them: lowest, highest, step.</summary>
    private static readonly Dictionary<int, (int Lowest, int Highest, int Step)> Memories = new()
    {
        [256] = (512, 2 * GiB, 512),
        [512] = (1 * GiB, 4 * GiB, GiB),
        [1024] = (2 * GiB, 8 * GiB, GiB),
        [2048] = (4 * GiB, 16 * GiB, GiB),
        [4096] = (8 * GiB, 30 * GiB, GiB),
        [8192] = (16 * GiB, 60 * GiB, 4 * GiB),
        [16384] = (32 * GiB, 120 * GiB, 8 * GiB),
    };

    /// <summary>Null where the definition asks for nothing that Fargate does not have.</summary>
    internal static Refusal? Refuse(RegisterTaskDefinitionRequest request)
    {
        if (request.RequiresCompatibilities?.Contains("FARGATE") != true)
        {
            return null;
        }

        if (request.Cpu is null || request.Memory is null)
        {
            return Client($"Fargate requires that '{(request.Cpu is null ? "cpu" : "memory")}' be defined at the task level.");
        }

        if (request.NetworkMode != "awsvpc")
        {
            return Client("Fargate only supports network mode ‘awsvpc’.");
        }

        return IsKnown(Units(request.Cpu, "vCPU"), Units(request.Memory, "GB"))
            ? null
            : Client($"No Fargate configuration exists for given values: {request.Cpu} CPU, {request.Memory} memory. See the Amazon ECS documentation for supported values.");
    }

    /// <summary>What a task reserves; a definition that does not say (EC2) counts as the smallest.</summary>
    internal static (int CpuUnits, int MemoryMiB) Of(TaskDefinition definition) =>
        (Units(definition.Cpu ?? "256", "vCPU"), Units(definition.Memory ?? "512", "GB"));

    /// <summary>CPU units or MiB in what a definition says: <c>256</c>, <c>.25 vCPU</c>, <c>0.5 GB</c>; 0 for anything else.</summary>
    internal static int Units(string text, string unit)
    {
        var number = text.Replace(unit, "", StringComparison.OrdinalIgnoreCase).Trim();
        return double.TryParse(number, out var value) ? (int)(number.Length == text.Length ? value : value * GiB) : 0;
    }

    /// <summary>As AWS keeps what a definition says: <c>.25 vCPU</c> is <c>256</c>, <c>0.5 GB</c> is <c>512</c>.</summary>
    internal static string? Plain(string? text, string unit) =>
        text is not null && Units(text, unit) is var units and > 0 ? units.ToString(CultureInfo.InvariantCulture) : text;

    private static bool IsKnown(int cpu, int memory) =>
        Memories.TryGetValue(cpu, out var range)
        && ((memory >= range.Lowest && memory <= range.Highest && memory % range.Step == 0) || (cpu == 256 && memory == 512));

    private static Refusal Client(string message) => new("ClientException", message);
}
