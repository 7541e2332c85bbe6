using Headroom.Cli.Assemblies;

namespace Headroom.Cli.Commands;

/// <summary>A deployed stack in words.</summary>
internal static class DeploymentView
{
    internal static void Show(DeployedStack stack)
    {
        Console.WriteLine($"Stack {stack.Name}: {stack.Status}");
        foreach (var (key, value) in stack.Outputs)
        {
            Console.WriteLine($"  {key} = {value}");
        }

        if (stack.InertLine is { } inert)
        {
            Console.WriteLine($"  {inert}");
        }
    }
}
